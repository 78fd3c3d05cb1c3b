using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Batches;

namespace Payshift.Cli.Clients;

/// <summary>What happened, from Table Storage itself.</summary>
internal sealed class DirectHistory(DirectServices services) : IHistoryTarget
{
    public Task<ListPage<AuditEntry>> ListAuditAsync(
        DateTimeOffset? from, DateTimeOffset? to, string? continuation, int limit, CancellationToken cancellationToken) => services.AskAsync(async () =>
    {
        var period = Period.Of(from, to, Now(), AuditTrail.UsualPeriod);
        if (period.Problem is { } problem)
        {
            throw new CommandException(ExitCodes.Usage, problem);
        }

        var page = await services.Get<AuditTable>().ListAsync(period.From, period.To, continuation, limit, cancellationToken);
        return new ListPage<AuditEntry>(page.Entries, page.Continuation);
    });

    public Task<ListPage<BatchSummary>> ListBatchesAsync(BatchSelection selection, string? continuation, int limit, CancellationToken cancellationToken) =>
        services.AskAsync(async () =>
        {
            var page = await services.Get<IBatchTable>().ListAsync(selection.ToFilter(Now()), continuation, limit, cancellationToken);
            return new ListPage<BatchSummary>([.. page.Batches.Select(BatchSummary.Of)], page.Continuation);
        });

    public Task<AnalyticsSheet> GetAnalyticsAsync(AnalyticsSelection selection, CancellationToken cancellationToken) => services.AskAsync(async () =>
        AnalyticsSheet.Of(await services.Get<AnalyticsReader>().ReadAsync(selection.ToQuery(Now()), cancellationToken)));

    private DateTimeOffset Now() => services.Get<TimeProvider>().GetUtcNow();
}
