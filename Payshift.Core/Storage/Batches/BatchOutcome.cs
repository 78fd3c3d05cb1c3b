namespace Payshift.Core.Storage.Batches;

/// <summary>What a batch did with a webhook.</summary>
public enum BatchOutcome
{
    Processed,
    Retried,
    Failed,
}
