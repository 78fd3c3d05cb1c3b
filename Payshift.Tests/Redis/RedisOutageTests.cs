using System.Diagnostics;
using Payshift.Tests.Queue;

namespace Payshift.Tests.Redis;

[Collection(RedisOutageCollection.Name)]
public sealed class RedisOutageTests
{
    // Two seconds, and one more for a slow machine.
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RecoveryLimit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_killed_Redis_is_found_again_within_five_seconds_of_its_return()
    {
        await using var redis = await ServerProcess.StartRedisAsync();
        await using var connected = new ConnectedQueue($"127.0.0.1:{redis.Port}");
        await connected.UntilKeptAsync("before");

        await FoundAgainAsync(connected, redis.KillAsync, redis.RestartAsync);

        Assert.Equal(new EnqueueResult(0, 40), await connected.UntilKeptAsync("before"));
    }

    [Fact]
    public Task A_process_that_started_before_Redis_finds_it() => Eventually.FastAsync(async () =>
    {
        var port = TestPort.Take();
        await using var connected = new ConnectedQueue($"127.0.0.1:{port}");
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(1)));

        await using var redis = await ServerProcess.StartRedisAsync(port);

        return await connected.TimeUntilKeptAsync("after");
    }, RecoveryLimit, "Redis is found");

    [Fact]
    public async Task While_Redis_hangs_all_are_told_within_two_seconds_and_no_threads_pile_up()
    {
        await using var redis = await ServerProcess.StartRedisAsync();
        await using var connected = new ConnectedQueue($"127.0.0.1:{redis.Port}");
        await connected.UntilKeptAsync("before");
        var threads = ThreadPool.ThreadCount;

        await redis.PauseAsync();
        for (var round = 0; round < 3; round++)
        {
            await Eventually.FastAsync(async () =>
            {
                var calls = Enumerable.Range(0, 200).Select(async number =>
                {
                    var started = Stopwatch.GetTimestamp();
                    await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync([SampleWebhooks.Create($"hung_{number}")]));
                    return Stopwatch.GetElapsedTime(started);
                });
                return (await Task.WhenAll(calls)).Max();
            }, AnswerLimit, "all are told");
            Assert.InRange(ThreadPool.ThreadCount, 0, threads + 2 * Environment.ProcessorCount + 4);
        }

        await FoundAgainAsync(connected, redis.PauseAsync, redis.ResumeAsync);
    }

    private static Task FoundAgainAsync(ConnectedQueue connected, Func<Task> leave, Func<Task> comeBack) => Eventually.FastAsync(async () =>
    {
        await leave();
        await Assert.ThrowsAsync<QueueUnavailableException>(() => connected.Queue.EnqueueAsync(SampleWebhooks.Many(1)));
        await comeBack();
        return await connected.TimeUntilKeptAsync("after");
    }, RecoveryLimit, "Redis is found again");
}
