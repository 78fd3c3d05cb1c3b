namespace Payshift.Core.Operations.Batches;

/// <summary>What a batch did with a webhook.</summary>
public enum BatchOutcome
{
    Processed,
    Retried,
    Failed,
}
