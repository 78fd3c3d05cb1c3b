namespace Payshift.Tests.Infrastructure;

internal static class Schedules
{
    /// <summary>Not as long as a test lasts, unless a year begins: nothing happens but by hand.</summary>
    public const string Never = "0 0 0 1 1 *";
}
