namespace Payshift.Core.Queue;

/// <summary>The result of requeueing a webhook.</summary>
public enum RequeueResult
{
    /// <summary>It waits again.</summary>
    Requeued,

    /// <summary>It is in the queue because of the same call before.</summary>
    Repeated,

    /// <summary>The same call was made before, and the webhook has left the queue since.</summary>
    Settled,

    /// <summary>It is in the queue for another reason and was left alone.</summary>
    Occupied,
}
