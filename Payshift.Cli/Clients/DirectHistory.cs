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

    public Task<ListPage<BatchResponse>> ListBatchesAsync(BatchQuery selection, string? continuation, int limit, CancellationToken cancellationToken) =>
        services.AskAsync(async () =>
        {
            var page = await services.Get<IBatchTable>().ListAsync(Valid(selection.ToFilter(Now(), out var problem), problem), continuation, limit, cancellationToken);
            return new ListPage<BatchResponse>([.. page.Batches.Select(BatchResponse.Of)], page.Continuation);
        });

    public Task<AnalyticsResponse> GetAnalyticsAsync(AnalyticsQuery selection, CancellationToken cancellationToken) => services.AskAsync(async () =>
        await services.Get<AnalyticsReader>().ReadAsync(Valid(selection.ToFilter(Now(), out var problem), problem), cancellationToken));

    private static T Valid<T>(T filter, string? problem) => problem is null ? filter : throw new CommandException(ExitCodes.Usage, problem);

    private DateTimeOffset Now() => services.Get<TimeProvider>().GetUtcNow();
}
