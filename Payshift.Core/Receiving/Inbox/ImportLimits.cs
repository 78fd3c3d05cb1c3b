namespace Payshift.Core.Receiving.Inbox;

/// <summary>The bounds of an import from the inbox.</summary>
internal static class ImportLimits
{
    /// <summary>Rows read at once, and removed in one transaction a partition.</summary>
    public const int PageSize = 100;

    /// <summary>Payload that goes to Redis at once, so that a page of large webhooks does not outlast the time Redis has to answer.</summary>
    public const long MaxEnqueueBytes = 1024 * 1024;

    /// <summary>Results looked up at once.</summary>
    public const int Lookups = 16;

    /// <summary>The time between two looks at an inbox that is off: another instance, or this one before its restart, may have left rows.</summary>
    public static readonly TimeSpan OffInterval = TimeSpan.FromHours(1);
}
