namespace Payshift.Tests.Infrastructure;

/// <summary>Timer schedules of tests.</summary>
internal static class Schedules
{
    /// <summary>A schedule that runs once a year, so that timers do nothing while a test lasts.</summary>
    public const string Never = "0 0 0 1 1 *";
}
