namespace Payshift.Core.Storage.Batches;

/// <summary>The outcome of a webhook in a batch.</summary>
public enum BatchOutcome
{
    Processed,
    Retried,
    Failed,
}
