using System.ComponentModel.DataAnnotations;
using Payshift.Core.Queue;

namespace Payshift.Core.Processing;

/// <summary>The settings of processing: <c>Payshift__Processing__…</c>.</summary>
public sealed class ProcessingOptions
{
    /// <summary>What a timer run does once the queue is empty.</summary>
    [EnumDataType(typeof(ProcessingMode), ErrorMessage = "Payshift__Processing__Mode must be Scheduled or Continuous.")]
    public ProcessingMode Mode { get; set; }

    /// <summary>Webhooks a batch; where absent, between the floor and the ceiling, as it pays.</summary>
    [Range(1, 1000, ErrorMessage = "Payshift__Processing__BatchSize must be between {1} and {2}.")]
    public int? BatchSize { get; set; }

    /// <summary>The smallest batch that is asked for.</summary>
    [Range(1, 1000, ErrorMessage = "Payshift__Processing__BatchSizeFloor must be between {1} and {2}.")]
    public int BatchSizeFloor { get; set; } = 10;

    /// <summary>The largest batch that is asked for.</summary>
    [Range(1, 1000, ErrorMessage = "Payshift__Processing__BatchSizeCeiling must be between {1} and {2}.")]
    public int BatchSizeCeiling { get; set; } = 200;

    /// <summary>Batches that one run works on at once.</summary>
    [Range(1, 64, ErrorMessage = "Payshift__Processing__Concurrency must be between {1} and {2}.")]
    public int Concurrency { get; set; } = 4;

    /// <summary>Groups of one payment method that one process handles at once; as many as there are where absent.</summary>
    [Range(1, 1000, ErrorMessage = "Payshift__Processing__MethodConcurrency must be between {1} and {2}.")]
    public int? MethodConcurrency { get; set; }

    /// <summary>The same for single payment methods: <c>Payshift__Processing__MethodConcurrencies__{method}</c>.</summary>
    public IDictionary<string, int> MethodConcurrencies { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long one run of the timer goes on taking batches.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:09:00", ErrorMessage = "Payshift__Processing__TimeBudget must be between {1} and {2}.")]
    public TimeSpan TimeBudget { get; set; } = TimeSpan.FromSeconds(50);

    /// <summary>How long the handlers of one batch may take. Shorter than <see cref="QueueOptions.LeaseDuration"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ErrorMessage = "Payshift__Processing__BatchTimeout must be between {1} and {2}.")]
    public TimeSpan BatchTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many dead workers make a webhook a permanent failure.</summary>
    [Range(1, 100, ErrorMessage = "Payshift__Processing__MaxCrashes must be between {1} and {2}.")]
    public int MaxCrashes { get; set; } = 3;
}
