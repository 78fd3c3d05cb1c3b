using Payshift.Core.Queue;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Inbox;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Receiving.Inbox;

/// <summary>The import of the inbox into the queue: high priority first, and within a bucket in order of arrival.</summary>
/// <remarks>
/// A row is removed only when its webhook is in the queue. A crash in between imports it again, and the queue knows it; so do
/// several instances that import at once.
/// </remarks>
internal sealed partial class InboxImporter(
    IInboxTable inbox,
    IWebhookQueue queue,
    IFailureTable failures,
    RecordedWebhookFinder finder,
    IOptions<ReceivingOptions> options,
    TimeProvider timeProvider,
    PayshiftTelemetry telemetry,
    ILogger<InboxImporter> logger)
{
    private readonly bool _isOn = options.Value.Overflow == OverflowTarget.Table;
    private long _nextLookTicks;

    /// <summary>Imports until the inbox is empty or the time ends. An empty inbox costs one query, one that is off none.</summary>
    /// <remarks>An outage ends it early and is no error: what was not imported stays for the next run.</remarks>
    public async Task<InboxImport> ImportAsync(TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        if (!_isOn && timeProvider.GetUtcNow().UtcTicks < Volatile.Read(ref _nextLookTicks))
        {
            return default;
        }

        var imported = new InboxImport();
        using var timer = new CancellationTokenSource(timeLimit, timeProvider);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            IReadOnlyList<InboxRow> rows;
            int before;
            do
            {
                before = imported.Rows;
                rows = await inbox.ReadAsync(ImportLimits.PageSize, ending.Token);
                foreach (var chunk in rows.ChunkBy(ImportLimits.PageSize, ImportLimits.MaxEnqueueBytes, row => row.Webhook?.Payload.Length ?? 0))
                {
                    imported += await ImportAsync(chunk, ending.Token);
                }
            }
            while (rows.Count == ImportLimits.PageSize && imported.Rows > before && !ending.IsCancellationRequested);

            if (rows.Count < ImportLimits.PageSize)
            {
                Volatile.Write(ref _nextLookTicks, (timeProvider.GetUtcNow() + ImportLimits.OffInterval).UtcTicks);
            }
        }
        catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException or OperationCanceledException)
        {
            LogStopped(exception, imported.Rows);
        }

        if (imported.Rows > 0)
        {
            LogImported(imported.Kept, imported.Duplicates, imported.Unreadable);
        }

        return imported;
    }

    private async Task<InboxImport> ImportAsync(IReadOnlyList<InboxRow> page, CancellationToken cancellationToken)
    {
        var rows = LeaveToLaterVersion(page);
        var readable = rows.Select(row => row.Webhook).OfType<Webhook>().ToArray();
        var recorded = await finder.FindAsync(readable, cancellationToken);
        Webhook[] open = [.. readable.Where(webhook => !recorded.Contains(webhook.Id))];
        var (kept, _) = open.Length == 0 ? default : await queue.EnqueueAsync(open);
        var unreadable = await RecordUnreadableAsync(rows.Where(row => row.Webhook is null), cancellationToken);
        await inbox.RemoveAsync(rows, cancellationToken);
        Count("enqueued", kept);
        Count("known", readable.Length - kept);
        Count("damaged", unreadable);
        return new InboxImport(kept, readable.Length - kept, unreadable);
    }

    /// <returns>The rows but for those that a later version wrote: they stay for its instances.</returns>
    private InboxRow[] LeaveToLaterVersion(IReadOnlyList<InboxRow> page)
    {
        InboxRow[] rows = [.. page.Where(row => !row.IsOfLaterVersion)];
        if (rows.Length < page.Count)
        {
            LogLaterVersion(page.Count - rows.Length);
        }

        return rows;
    }

    private void Count(string import, int rows) => telemetry.InboxImported.AddSome(rows, AttributeNames.InboxImport, import);

    private async Task<int> RecordUnreadableAsync(IEnumerable<InboxRow> unreadable, CancellationToken cancellationToken)
    {
        FailureRecord[] records = [.. unreadable.Select(row => UnreadableRowFailure.Of(row, timeProvider.GetUtcNow()))];
        if (records.Length > 0)
        {
            await failures.RecordAsync(records, cancellationToken);
        }

        foreach (var record in records)
        {
            LogUnreadable(record.Webhook.EventId);
        }

        return records.Length;
    }

    [LoggerMessage(2012, LogLevel.Information, "From the inbox into the queue: {Kept} webhooks; {Duplicates} were known before, {Unreadable} could not be read")]
    private partial void LogImported(int kept, int duplicates, int unreadable);

    [LoggerMessage(2013, LogLevel.Warning, "The import from the inbox ends early after {Count} rows: the rest waits for the next run")]
    private partial void LogStopped(Exception exception, int count);

    [LoggerMessage(2015, LogLevel.Warning, "{Count} rows of the inbox are of a later version and wait for its instances")]
    private partial void LogLaterVersion(int count);

    [LoggerMessage(2014, LogLevel.Critical, "The inbox's row {Row} cannot be read and is kept as a failure")]
    private partial void LogUnreadable(string row);
}
