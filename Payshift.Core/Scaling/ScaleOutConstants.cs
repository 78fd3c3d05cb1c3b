namespace Payshift.Core.Scaling;

internal static class ScaleOutConstants
{
    public const string ClientName = "payshift-scale-out";

    /// <summary>The route of the function <c>AdminProcess</c>.</summary>
    public const string ProcessRoute = "payment/admin/process";

    public const string KeyHeader = "x-functions-key";

    /// <summary>Arrivals are forecast in steps of this length: short enough for a peak at its minute, long enough for a count of its own.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>A day.</summary>
    public const int StepsPerSeason = 24 * 60 / 5;

    /// <summary>How often the timer runs.</summary>
    public static readonly TimeSpan RunInterval = TimeSpan.FromMinutes(1);

    /// <summary>Azure ends a call that has no answer by then, whatever the function's own limit. The function itself goes on.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(230);

    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long a run waits for its calls after its own run ended. What goes on by then is watched, not waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
}
