namespace Payshift.Core.Providers;

/// <summary>
/// Where one provider's webhooks are tried again in another way than all others:
/// <c>Payshift__Providers__{provider}__Retry__…</c>. What is absent is as for everybody.
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
