namespace Payshift.Core.Verification;

/// <summary>The limits on calls to providers' APIs.</summary>
internal static class VerificationConstants
{
    /// <summary>The time limit of one call, including one retry and the reading of the response.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);

    /// <summary>The size limit of a response. A page of 100 payments with all details has a few hundred kilobytes.</summary>
    public const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>The burst of calls that is allowed before <see cref="PaymentVerifier.CallsPerSecond"/> applies.</summary>
    public const int BurstCalls = 20;

    /// <summary>The time without calls to an unavailable provider that states none.</summary>
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(30);

    /// <summary>The time without calls after a refused key, which an operator has to replace.</summary>
    public static readonly TimeSpan RefusedKeyDelay = TimeSpan.FromMinutes(5);

    /// <summary>The longest time without calls, so that webhooks are tried at least once an hour.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);

    /// <summary>The margin before the first payment's time, as a payment precedes its event and clocks differ.</summary>
    public static readonly TimeSpan WindowBefore = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan WindowAfter = TimeSpan.FromMinutes(1);

    /// <summary>The gap from which payments are listed separately, so that an old one does not stretch the window of the others.</summary>
    public static readonly TimeSpan WindowGap = TimeSpan.FromMinutes(20);

    /// <summary>The number of consecutive pages without a wanted payment after which single look-ups take over.</summary>
    public const int MaxFruitlessPages = 2;

    /// <summary>The time for which a listed payment may confirm webhooks of later batches.</summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromMinutes(1);

    public const int MaxRecent = 20_000;

    /// <summary>The number of single look-ups at once.</summary>
    public const int Parallelism = 4;
}
