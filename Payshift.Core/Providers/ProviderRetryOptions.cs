namespace Payshift.Core.Providers;

/// <summary>
/// The retry settings of one provider: <c>Payshift__Providers__{provider}__Retry__…</c>. Null stands for the general
/// setting.
/// </summary>
public sealed class ProviderRetryOptions
{
    /// <summary>The number of attempts, including the first.</summary>
    public int? MaxAttempts { get; set; }

    /// <summary>The shortest delay.</summary>
    public TimeSpan? BaseDelay { get; set; }

    /// <summary>The longest delay.</summary>
    public TimeSpan? MaxDelay { get; set; }
}
