namespace Payshift.Core.Queue;

/// <summary>The front of one partition, as its last script reported it.</summary>
/// <param name="Highest">The score of the first that waits: priority × 3e15 + arrival in µs. Null where none waits.</param>
/// <param name="OldestLower">The arrival in µs of the webhook of normal or low priority that waited longest, null where none waits.</param>
/// <param name="NextDue">How long until the next retry is due, null where none is scheduled or the script did not look.</param>
internal readonly record struct PartitionHead(double? Highest, double? OldestLower, TimeSpan? NextDue)
{
    private const double PriorityStride = 3e15;

    /// <summary>As if one arrived now, where the script's own word is not there yet.</summary>
    public PartitionHead WithArrival(WebhookPriority priority, DateTimeOffset now)
    {
        var arrival = (now - DateTimeOffset.UnixEpoch).TotalMicroseconds;
        var score = (int)priority * PriorityStride + arrival;
        return this with
        {
            Highest = Highest is { } highest && highest <= score ? highest : score,
            OldestLower = priority == WebhookPriority.High || OldestLower < arrival ? OldestLower : arrival,
        };
    }

    /// <summary>Whether a webhook of normal or low priority could be passed over for one of higher priority.</summary>
    public static bool Competes(double highest) => highest < 2 * PriorityStride;
}
