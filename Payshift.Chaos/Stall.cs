using System.Diagnostics;

namespace Payshift.Chaos;

/// <summary>Tells a run that goes on, however slowly, from one that stands still.</summary>
internal static class Stall
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Returns when the number has not changed for long.</summary>
    public static async Task WaitAsync(Func<Task<long>> number, CancellationToken cancellationToken)
    {
        var last = await number();
        for (var changed = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(changed) < Patience; await Task.Delay(Pause, cancellationToken))
        {
            var now = await number();
            if (now != last)
            {
                (last, changed) = (now, Stopwatch.GetTimestamp());
            }
        }
    }
}
