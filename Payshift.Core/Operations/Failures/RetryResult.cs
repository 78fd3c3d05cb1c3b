namespace Payshift.Core.Operations.Failures;

/// <summary>The result of retrying one failure by hand.</summary>
public enum RetryResult
{
    /// <summary>It waits in the queue again, with all its attempts before it.</summary>
    Retried,

    /// <summary>The same retry was asked for before.</summary>
    AlreadyRetried,

    /// <summary>It is in the queue still, or again because the provider sent it again: there is nothing to retry yet.</summary>
    InQueue,

    /// <summary>Its event was processed meanwhile: it is no failure any more.</summary>
    Processed,

    /// <summary>Nothing that could be handled is kept of it: the provider has to send it again.</summary>
    Unreadable,

    NotFound,
}
