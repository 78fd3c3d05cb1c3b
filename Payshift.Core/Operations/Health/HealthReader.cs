using System.Diagnostics;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Core.Operations.Health;

/// <summary>
/// The check whether Redis and Table Storage answer, and when the timers ran: at most once in two seconds, however many ask.
/// </summary>
public sealed class HealthReader
{
    /// <summary>The timer whose standstill leaves webhooks waiting.</summary>
    private const string ProcessTimer = "ProcessBatches";

    /// <summary>Probes come by the second and from many places; what they learn is as good two seconds later.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    /// <summary>Probes give up after a few seconds; an answer that comes later is none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>A timer may be late: hosts restart, and a run can take its time.</summary>
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(5);

    private readonly IWebhookQueue _queue;
    private readonly ITableProbe _tables;
    private readonly TimerRuns _timers;
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _startedAt;
    private readonly Lock _lock = new();
    private Task<HealthDetailResponse>? _reading;
    private long _readAt;

    internal HealthReader(IWebhookQueue queue, ITableProbe tables, TimerRuns timers, TimeProvider timeProvider)
    {
        (_queue, _tables, _timers, _timeProvider) = (queue, tables, timers, timeProvider);
        _startedAt = timeProvider.GetUtcNow();
    }

    /// <summary>Throws nothing but of <paramref name="cancellationToken"/>.</summary>
    public Task<HealthDetailResponse> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_reading is null || (_reading.IsCompleted && _timeProvider.GetElapsedTime(_readAt) >= MaxAge))
            {
                _readAt = _timeProvider.GetTimestamp();
                _reading = CheckAsync();
            }

            // One caller that goes away takes the answer from no other.
            return _reading.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthDetailResponse> CheckAsync()
    {
        using var patience = new CancellationTokenSource(Patience, _timeProvider);
        var queue = TryAsync(() => _queue.GetStatsAsync(), patience.Token);
        var ping = TryAsync(
            async () =>
            {
                await _tables.PingAsync(patience.Token);
                return true;
            },
            patience.Token);
        var runs = TryAsync(() => _timers.ReadAsync(), patience.Token);
        var (redis, stats) = await queue;
        var (tables, _) = await ping;
        var timers = Judge((await runs).Answer);
        var status = !redis.Answers || !tables.Answers ? HealthStatus.Unavailable
            : stats!.PartitionsAway > 0 || timers.Any(timer => timer is { Name: ProcessTimer, IsOverdue: true }) ? HealthStatus.Degraded
            : HealthStatus.Ready;
        return new HealthDetailResponse(status, _timeProvider.GetUtcNow(), redis, tables, stats?.PartitionsAway, timers);
    }

    private static async Task<(DependencyHealth Health, T? Answer)> TryAsync<T>(Func<Task<T>> ask, CancellationToken patience)
    {
        var since = Stopwatch.GetTimestamp();
        try
        {
            var answer = await ask().WaitAsync(patience);
            return (Health(answers: true), answer);
        }
        catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException or OperationCanceledException)
        {
            return (Health(answers: false), default);
        }

        DependencyHealth Health(bool answers) => new(answers, Math.Round(Stopwatch.GetElapsedTime(since).TotalMilliseconds, 1));
    }

    private IReadOnlyList<TimerHealth> Judge(IReadOnlyList<TimerRun>? runs)
    {
        if (runs is null)
        {
            return [];
        }

        var now = _timeProvider.GetUtcNow();
        var judged = runs.Select(run => new TimerHealth(
            run.Name, run.BeganAt, run.EndedAt, (now - run.BeganAt).TotalSeconds, now - (run.NextAt ?? run.BeganAt) > MaxDelay));

        // What is noted of a timer is forgotten in time; one that nobody knows of stands still for as long as this process runs.
        return runs.Any(run => run.Name == ProcessTimer)
            ? [.. judged]
            : [.. judged, new TimerHealth(ProcessTimer, null, null, null, now - _startedAt > MaxDelay)];
    }
}
