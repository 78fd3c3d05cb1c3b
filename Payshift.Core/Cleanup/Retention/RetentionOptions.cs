using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Cleanup.Retention;

/// <summary>The times for which rows are kept: <c>Payshift__Retention__…</c>. Rows without a setting are kept for good.</summary>
public sealed class RetentionOptions
{
    /// <summary>Payments, with everything recorded of them and what leads to them, since something was recorded of them the last time.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Payshift__Retention__Results must be between {1} and {2}.")]
    public TimeSpan? Results { get; set; }

    /// <summary>Permanent failures, since they were received and since they failed the last time.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Payshift__Retention__Failures must be between {1} and {2}.")]
    public TimeSpan? Failures { get; set; }

    /// <summary>Rows of batches. They are rolled up before, however short this is.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Payshift__Retention__Batches must be between {1} and {2}.")]
    public TimeSpan? Batches { get; set; }

    /// <summary>Rolled hours.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Payshift__Retention__Rollups must be between {1} and {2}.")]
    public TimeSpan? Rollups { get; set; }

    /// <summary>Actions of operators.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00", ErrorMessage = "Payshift__Retention__Audit must be between {1} and {2}.")]
    public TimeSpan? Audit { get; set; }
}
