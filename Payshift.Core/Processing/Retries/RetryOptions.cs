using System.ComponentModel.DataAnnotations;

namespace Payshift.Core.Processing.Retries;

/// <summary>The settings of retries: <c>Payshift__Retry__…</c>.</summary>
public sealed class RetryOptions
{
    /// <summary>Attempts in all, the first included.</summary>
    [Range(1, 50, ErrorMessage = "Payshift__Retry__MaxAttempts must be between {1} and {2}.")]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>No delay is shorter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00", ErrorMessage = "Payshift__Retry__BaseDelay must be between {1} and {2}.")]
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>No delay is longer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "24:00:00", ErrorMessage = "Payshift__Retry__MaxDelay must be between {1} and {2}.")]
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);
}
