using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Processing;

/// <summary>How batches are worked off: <c>Payshift__Processing__…</c>.</summary>
public sealed class ProcessingOptions
{
    /// <summary>Webhooks a batch.</summary>
    [Range(1, 1000, ErrorMessage = "Payshift__Processing__BatchSize must be between {1} and {2}.")]
    public int BatchSize { get; set; } = 20;

    /// <summary>Batches that one drain works on at once.</summary>
    [Range(1, 64, ErrorMessage = "Payshift__Processing__Concurrency must be between {1} and {2}.")]
    public int Concurrency { get; set; } = 4;

    /// <summary>How long one run of the timer goes on taking batches.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00", ErrorMessage = "Payshift__Processing__TimeBudget must be between {1} and {2}.")]
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How long the handlers of one batch may take. Shorter than <see cref="Queue.QueueOptions.LeaseDuration"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ErrorMessage = "Payshift__Processing__BatchTimeout must be between {1} and {2}.")]
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many dead workers make a webhook a permanent failure.</summary>
    [Range(1, 100, ErrorMessage = "Payshift__Processing__MaxCrashes must be between {1} and {2}.")]
    public int MaxCrashes { get; set; } = 3;
}
