using Payshift.Core.Operations.Timers;
using Payshift.Core.Queue;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;
using Payshift.Core.Scaling.History;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Operations.Stats;

/// <summary>The reader of what an operator asks first: how much there is, how fast it goes, what is paused, who does not answer.</summary>
public sealed class StatsReader
{
    /// <summary>Minutes of the windows that rates are told for.</summary>
    private static readonly int[] Windows = [1, 5, 60];

    private static readonly TimeSpan BatchWindow = TimeSpan.FromHours(1);

    /// <summary>An hour of 2,500 batches a minute would take longer to read than anybody waits.</summary>
    private const int MaxBatches = 2000;

    private static readonly TimeSpan BatchPatience = TimeSpan.FromSeconds(5);

    private readonly IWebhookQueue _queue;
    private readonly IQueuePauses _pauses;
    private readonly ICircuitRegistry _circuits;
    private readonly RedisArrivalHistory _history;
    private readonly IBatchTable _batches;
    private readonly RedisMemoryReader _memory;
    private readonly TimerRuns _timers;
    private readonly TimeProvider _timeProvider;

    internal StatsReader(
        IWebhookQueue queue,
        IQueuePauses pauses,
        ICircuitRegistry circuits,
        RedisArrivalHistory history,
        IBatchTable batches,
        RedisMemoryReader memory,
        TimerRuns timers,
        TimeProvider timeProvider)
    {
        (_queue, _pauses, _circuits, _history) = (queue, pauses, circuits, history);
        (_batches, _memory, _timers, _timeProvider) = (batches, memory, timers, timeProvider);
    }

    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    public async Task<StatsResponse> ReadAsync(CancellationToken cancellationToken)
    {
        var stats = _queue.GetStatsAsync();
        var paused = _pauses.GetAsync().AsTask();
        var open = _circuits.GetOpenAsync();
        var samples = _history.ReadAsync(Windows.Max() + 5);
        var timers = _timers.ReadAsync();
        var memory = _memory.ReadAsync();
        var batches = ReadBatchesAsync(cancellationToken);
        await Task.WhenAll(stats, paused, open, samples, timers, memory, batches).WaitAsync(cancellationToken);
        var noted = await samples;
        return StatsResponse.Of(
            await stats,
            await paused,
            await open,
            [.. Windows.Select(minutes => RateWindow.Of(noted, minutes)).OfType<RateWindow>()],
            await batches,
            await memory,
            await timers);
    }

    private async Task<BatchStats?> ReadBatchesAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(BatchPatience);
        try
        {
            var now = _timeProvider.GetUtcNow();
            return BatchStats.Of(await _batches.ReadAsync(now - BatchWindow, now.AddMinutes(1), MaxBatches, patience.Token));
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
