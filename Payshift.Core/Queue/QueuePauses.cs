using Payshift.Core.Redis;
using StackExchange.Redis;

namespace Payshift.Core.Queue;

/// <summary>The pauses of the whole queue or of single providers, in Redis, for every worker. Receiving goes on.</summary>
internal sealed class QueuePauses(RedisConnection redis, TimeProvider timeProvider) : IQueuePauses
{
    /// <summary>Every worker heeds a change within this time.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMilliseconds(500);

    private const string Everything = "*";

    private static readonly RedisKey[] Keys = ["payshift:{control}:paused"];

    private volatile Seen? _seen;

    public async ValueTask<PauseState> GetAsync()
    {
        if (_seen is { } seen && timeProvider.GetElapsedTime(seen.At) < MaxAge)
        {
            return seen.State;
        }

        var at = timeProvider.GetTimestamp();
        var values = (RedisValue[])(await redis.EvaluateAsync(QueueScripts.Pauses, Keys, []))!;
        var since = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        for (var i = 0; i < values.Length; i += 2)
        {
            since[values[i]!] = DateTimeOffset.FromUnixTimeMilliseconds((long)values[i + 1]);
        }

        var all = since.Remove(Everything, out var time) ? time : (DateTimeOffset?)null;
        var state = new PauseState(all, since);
        _seen = new Seen(state, at);
        return state;
    }

    public Task<bool> PauseAsync(string? provider) => SetAsync(provider, paused: true);

    public Task<bool> ResumeAsync(string? provider) => SetAsync(provider, paused: false);

    private async Task<bool> SetAsync(string? provider, bool paused)
    {
        var changed = (int)await redis.EvaluateAsync(QueueScripts.Pause, Keys, [provider ?? Everything, paused ? 1 : 0]);
        _seen = null;
        return changed == 1;
    }

    private sealed record Seen(PauseState State, long At);
}
