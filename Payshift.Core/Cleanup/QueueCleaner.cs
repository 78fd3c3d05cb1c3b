using Payshift.Core.Cleanup.Retention;
using Payshift.Core.Cleanup.Rollups;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Cleanup;

/// <summary>The cleanup of the queue and the tables: ended leases are reclaimed, stale webhooks dead-lettered, finished hours rolled up, old rows removed.</summary>
public sealed partial class QueueCleaner
{
    private const int StaleBatchSize = 100;

    private readonly IWebhookQueue _queue;
    private readonly BatchLeases _leases;
    private readonly SettlementPolicy _policy;
    private readonly BatchSettler _settler;
    private readonly HourRoller _roller;
    private readonly RetentionSweeper _retention;
    private readonly QueueOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly PayshiftTelemetry _telemetry;
    private readonly ILogger<QueueCleaner> _logger;

    internal QueueCleaner(
        IWebhookQueue queue,
        BatchLeases leases,
        SettlementPolicy policy,
        BatchSettler settler,
        HourRoller roller,
        RetentionSweeper retention,
        IOptions<QueueOptions> options,
        TimeProvider timeProvider,
        PayshiftTelemetry telemetry,
        ILogger<QueueCleaner> logger)
    {
        _queue = queue;
        _leases = leases;
        _policy = policy;
        _settler = settler;
        _roller = roller;
        _retention = retention;
        _options = options.Value;
        _timeProvider = timeProvider;
        _telemetry = telemetry;
        _logger = logger;
    }

    /// <exception cref="QueueUnavailableException">Redis did not answer.</exception>
    /// <exception cref="StorageUnavailableException">Stale webhooks could not be recorded; they stay in the queue.</exception>
    public async Task<CleanupSummary> CleanAsync(CancellationToken cancellationToken)
    {
        var started = _timeProvider.GetTimestamp();
        var (reclaimed, recovered, forgotten) = await _queue.RecoverAsync(cancellationToken);
        Count("reclaimed", reclaimed);
        Count("recovered", recovered);
        Count("forgotten", forgotten);
        if (recovered > 0)
        {
            LogRecovered(recovered);
        }

        var stale = await DeadLetterStaleAsync(cancellationToken);
        var rolled = await TryAsync(_roller.RollAsync, cancellationToken);
        var expired = await TryAsync(_retention.SweepAsync, cancellationToken) ?? new ExpiredRows();
        return new CleanupSummary(reclaimed, recovered, stale, forgotten, rolled, expired, _timeProvider.GetElapsedTime(started));
    }

    /// <summary>Nothing that is done to the tables is urgent: what the queue needed is done, and the next run goes on.</summary>
    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act(cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            LogPutOff(exception);
            return default;
        }
    }

    private async Task<int> DeadLetterStaleAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            await using var batch = await _leases.TakeStaleAsync(StaleBatchSize, _options.MaxAge);
            if (batch is null)
            {
                break;
            }

            try
            {
                await _settler.RecordAndSettleAsync(batch, [.. batch.Leased.Select(leased => DeadLetter(leased, batch))]);
            }
            catch (StorageUnavailableException)
            {
                await _settler.AbandonAsync(batch);
                throw;
            }

            total += batch.Leased.Count;
            Count("stale", batch.Leased.Count);
            _telemetry.RecordOutcomes(batch);
        }

        if (total > 0)
        {
            LogStale(total, _options.MaxAge);
        }

        return total;
    }

    private void Count(string kind, int items) => _telemetry.CleanupItems.AddSome(items, AttributeNames.CleanupKind, kind);

    private SettlementDecision DeadLetter(LeasedWebhook leased, Batch batch) => leased.Webhook is { } webhook
        ? _policy.DeadLetter(leased, webhook, $"It waited longer than {_options.MaxAge} in the queue.", FailureCauses.Stale, batch.Id)
        : _policy.DeadLetter(leased, LostWebhook.Of(leased, batch.StartedAt), ReasonOf(leased), leased.IsOfLaterVersion ? FailureCauses.Stale : FailureCauses.Lost, batch.Id);

    private string ReasonOf(LeasedWebhook unread) => unread.IsOfLaterVersion
        ? $"It waited longer than {_options.MaxAge} in the queue for a worker of the later version that wrote it. Ask the provider to send the event again."
        : LostWebhook.Reason;

    [LoggerMessage(4000, LogLevel.Warning, "{Count} webhooks were held by no part of the queue and wait again")]
    private partial void LogRecovered(int count);

    [LoggerMessage(4001, LogLevel.Error, "{Count} webhooks waited longer than {MaxAge} and are kept as failures")]
    private partial void LogStale(int count, TimeSpan maxAge);

    [LoggerMessage(4002, LogLevel.Warning, "The tables are not in order yet: Table Storage is out of reach, and the next run goes on")]
    private partial void LogPutOff(Exception exception);
}
