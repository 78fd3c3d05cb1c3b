using System.Diagnostics;

namespace Payshift.Tests.Infrastructure;

/// <summary>Waits that end with a condition, in place of sleeps.</summary>
internal static class Eventually
{
    private const int Measurements = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task TrueAsync(Func<bool> condition, TimeSpan timeout, string what) =>
        TrueAsync(() => Task.FromResult(condition()), timeout, what);

    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan timeout, string what)
    {
        var started = Stopwatch.GetTimestamp();
        // The last look comes after the timeout, however long the machine stood still before it.
        var isLast = false;
        while (!await condition())
        {
            Assert.False(isLast, $"Not within {timeout}: {what}.");
            await Task.Delay(Pause);
            isLast = Stopwatch.GetElapsedTime(started) >= timeout;
        }
    }

    /// <summary>Measures a few times and takes the best: now and then the machine is busy with something else.</summary>
    public static async Task FastAsync(Func<Task<TimeSpan>> measure, TimeSpan limit, string what)
    {
        var best = TimeSpan.MaxValue;
        for (var measurement = 0; measurement < Measurements && best > limit; measurement++)
        {
            var elapsed = await measure();
            best = elapsed < best ? elapsed : best;
        }

        Assert.True(best <= limit, $"Not within {limit}, but within {best}: {what}.");
    }
}
