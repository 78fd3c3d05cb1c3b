using System.Diagnostics;
using System.Net.Sockets;
using StackExchange.Redis;

namespace Payshift.Chaos.Servers;

/// <summary>Waits until a process that was started answers.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="ChaosException">It ended instead, or does not answer in time.</exception>
    public static async Task WaitAsync(string name, ChildProcess process, Func<Task<bool>> answers, CancellationToken cancellationToken)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience; await Task.Delay(Pause, cancellationToken))
        {
            if (process.Exited.IsCompleted)
            {
                throw new ChaosException($"{name} ended instead of starting.");
            }

            try
            {
                if (await answers())
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is SocketException or HttpRequestException or RedisException or TaskCanceledException)
            {
                // Not yet.
            }
        }

        throw new ChaosException($"{name} does not answer after {Patience.TotalSeconds:0} s.");
    }
}
