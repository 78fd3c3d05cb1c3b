namespace Payshift.Core.Providers;

/// <summary>
/// The retry settings of one provider: <c>Payshift__Providers__{provider}__Retry__…</c>. What is not set is as for all
/// providers.
/// </summary>
public sealed class ProviderRetryOptions
{
    /// <summary>Attempts in all, the first included.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>No delay is shorter.</summary>
    public TimeSpan? BaseDelay { get; set; }

    /// <summary>No delay is longer.</summary>
    public TimeSpan? MaxDelay { get; set; }
}
