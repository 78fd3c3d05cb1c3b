using Azure;

namespace Payshift.Core.Webhooks;

/// <summary>Table Storage did not take or give what was asked. Trying again later is safe: recording is idempotent.</summary>
public sealed class StorageUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Whether it did not answer or had too much to do, rather than refuse what was asked.</summary>
    // The client gives up on its own time limits with an AggregateException: a bare cancellation is the caller's.
    public bool IsOutage { get; } = inner is not (OperationCanceledException or RequestFailedException { Status: >= 400 and < 500 and not 408 and not 429 });
}
