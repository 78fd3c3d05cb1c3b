using System.Diagnostics;
using Hangfire;
using Hangfire.Redis.StackExchange;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Peers;

/// <summary>Hangfire on Redis in this process.</summary>
/// <seealso href="https://docs.hangfire.io"/>
internal sealed class HangfireQueue(ConnectionMultiplexer redis, IReadOnlyList<string> bodies) : IQueuePeer
{
    private const int Workers = 40;

    public Task<TimeSpan> EnqueueAsync(int count)
    {
        // Its calls block: on threads of their own they do not starve the pool that answers are read on.
        var client = new BackgroundJobClient(new RedisStorage(redis));
        var started = Stopwatch.GetTimestamp();
        return RunAsync(() =>
        {
            var next = -1;
            var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(() =>
            {
                for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                {
                    var body = bodies[i % bodies.Count];
                    client.Enqueue(() => HangfireJob.Run(body));
                }
            })).ToList();
            threads.ForEach(thread => thread.Start());
            threads.ForEach(thread => thread.Join());
            return Stopwatch.GetElapsedTime(started);
        });
    }

    public Task<TimeSpan> ProcessAsync(int count) => RunAsync(() =>
    {
        HangfireJob.Expect(count);
        var started = Stopwatch.GetTimestamp();
        using var server = new BackgroundJobServer(new BackgroundJobServerOptions { WorkerCount = Workers }, new RedisStorage(redis));
        HangfireJob.Wait();
        return Stopwatch.GetElapsedTime(started);
    });

    public ValueTask DisposeAsync() => redis.DisposeAsync();

    private static Task<TimeSpan> RunAsync(Func<TimeSpan> measure) =>
        Task.Factory.StartNew(measure, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
