namespace Payshift.Core.Verification;

/// <summary>The bounds of the calls to providers' APIs.</summary>
internal static class VerificationConstants
{
    /// <summary>One call, its one repetition included, and reading its answer.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(8);

    /// <summary>A page of 100 payments with all their details is some hundred kilobytes.</summary>
    public const int MaxAnswerBytes = 8 * 1024 * 1024;

    /// <summary>Calls that may come at once before <see cref="PaymentVerifier.CallsPerSecond"/> holds.</summary>
    public const int BurstCalls = 20;

    /// <summary>How long to stay away from a provider that is unavailable and does not say how long.</summary>
    public static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(30);

    /// <summary>An operator has to replace the key: asking every half a minute helps nobody.</summary>
    public static readonly TimeSpan RefusedKeyDelay = TimeSpan.FromMinutes(5);

    /// <summary>However long a provider asks for, operators see the webhooks move once an hour.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromHours(1);

    /// <summary>A payment is made before its event happens, and clocks differ.</summary>
    public static readonly TimeSpan WindowBefore = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan WindowAfter = TimeSpan.FromMinutes(1);

    /// <summary>Payments further apart than this are listed apart, so that an old one does not stretch the window of the others.</summary>
    public static readonly TimeSpan WindowGap = TimeSpan.FromMinutes(20);

    /// <summary>A list that shows nothing that is wanted, page after page, is given up for single look-ups.</summary>
    public const int MaxFruitlessPages = 2;

    /// <summary>How long a listed payment may confirm webhooks of later batches.</summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromMinutes(1);

    public const int MaxRecent = 20_000;

    /// <summary>Single look-ups at once.</summary>
    public const int Parallelism = 4;
}
