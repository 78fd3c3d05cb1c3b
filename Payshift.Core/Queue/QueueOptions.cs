using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Queue;

/// <summary>The settings of the queue: <c>Payshift__Queue__…</c>.</summary>
public sealed class QueueOptions
{
    /// <summary>How long a worker may hold a webhook before others may take it.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "01:00:00", ErrorMessage = "Payshift__Queue__LeaseDuration must be between {1} and {2}.")]
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an event is known as a duplicate after it was first kept. Stripe retries for 3 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00", ErrorMessage = "Payshift__Queue__DeduplicationWindow must be between {1} and {2}.")]
    public TimeSpan DeduplicationWindow { get; set; } = TimeSpan.FromHours(72);

    /// <summary>The largest body that is taken. A failure keeps its payload in one table row of 1 MiB.</summary>
    [Range(1024, 524_288, ErrorMessage = "Payshift__Queue__MaxPayloadBytes must be between {1} and {2}.")]
    public int MaxPayloadBytes { get; set; } = 262_144;

    /// <summary>How long a webhook may wait before cleanup keeps it as a failure.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00", ErrorMessage = "Payshift__Queue__MaxAge must be between {1} and {2}.")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromHours(72);

    /// <summary>
    /// The share of each batch that is kept for waiting webhooks of normal and low priority, so that a flood of high ones
    /// does not stop them. 0 is strict order.
    /// </summary>
    [Range(0.0, 0.5, ErrorMessage = "Payshift__Queue__LowerPriorityShare must be between {1} and {2}.")]
    public double LowerPriorityShare { get; set; } = 0.1;
}
