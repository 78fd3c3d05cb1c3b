using System.Diagnostics;

namespace Payshift.Tests.Infrastructure;

/// <summary>Waits on a condition instead of sleeping.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan timeout, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < timeout, $"Not within {timeout}: {what}.");
            await Task.Delay(Pause);
        }
    }
}
