using Microsoft.Extensions.Configuration;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>The client that works on Redis and Table Storage directly, with the settings of a host.</summary>
internal sealed class DirectPayshiftClient(DirectServices services) : IPayshiftClient
{
    public string Name => services.Name;

    /// <exception cref="CommandException">A setting is missing or wrong.</exception>
    public static DirectPayshiftClient Open(IConfiguration settings, CommandContext context) => new(DirectServices.Open(settings, context));

    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken) =>
        services.AskAsync(async () => await services.Get<StatsReader>().ReadAsync(cancellationToken));

    public Task<PaymentResponse?> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        services.AskAsync(async () => PaymentResponse.Of(await services.Get<PaymentReader>().ReadAsync(reference, cancellationToken)));

    public Task<string?> AskToProcessAsync(bool withoutHandler) => services.AskAsync(async () =>
    {
        // Hosts on one Redis have one handler; while a new one is rolled out, the latest says which.
        var last = (await services.Get<TimerRuns>().ReadAsync()).MaxBy(run => run.BeganAt);
        return (last?.Handler, withoutHandler) switch
        {
            ({ } handler, false) => throw new CommandException(
                ExitCodes.Usage,
                $"Its host has the batch handler {handler}, which is not called from here: what is processed would be recorded, and that is all. Have the host process with --url, or insist with --without-handler."),
            (_, true) => null,
            _ => "a batch handler, if your app has one, is not called from here: what is processed is recorded, and that is all. With --url the app processes.",
        };
    });

    public Task<ProcessResponse> ProcessBatchAsync(int batchSize) => services.AskAsync(async () =>
    {
        var report = ProcessResponse.Of(await services.Get<QueueProcessor>().ProcessAsync(batchSize, maxBatches: 1, CancellationToken.None));
        if (report.End == QueueRunEnd.Unavailable)
        {
            // The drain keeps the cause to its log: asking again tells who it is.
            await services.Get<StatsReader>().ReadAsync(CancellationToken.None);
            await services.Get<ITableProbe>().PingAsync(CancellationToken.None);
            throw new CommandException(ExitCodes.HostUnreachable, "Redis or Table Storage did not answer for a moment. What was taken stays in the queue.");
        }

        return report;
    });

    public Task<ProcessingSummary> AuditAsync(int batchSize, Func<Task<ProcessingSummary>> run) => services.Get<AuditTrail>().RunAsync(
        services.Who,
        AuditAction.Process,
        $"batchSize={batchSize}",
        run,
        summary => (
            summary.Processed + summary.Retried + summary.Failed,
            $"{summary.Processed} processed, {summary.Retried} retried, {summary.Failed} failed; ended by {summary.End}"));

    public Task<CleanupResponse> CleanAsync(CancellationToken cancellationToken) =>
        services.AskAsync(async () => CleanupResponse.Of(await services.Get<OperatorActions>().CleanAsync(services.Who, cancellationToken)));

    public Task<PauseResponse> PauseAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync(provider, services.Get<OperatorActions>().PauseAsync);

    public Task<PauseResponse> ResumeAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync(provider, services.Get<OperatorActions>().ResumeAsync);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private Task<PauseResponse> ChangeAsync(string? provider, Func<string?, string, Task<bool>> change)
    {
        var name = provider?.ToLowerInvariant();
        if (name is not null && !services.Get<ProviderRegistry>().IsKnown(name))
        {
            var known = services.Get<IEnumerable<IWebhookProvider>>().Select(item => item.Name).Order(StringComparer.Ordinal);
            throw new CommandException(ExitCodes.Usage, $"There is no provider {provider}. There is {string.Join(", ", known)}.");
        }

        return services.AskAsync(async () =>
            new PauseResponse(await change(name, services.Who), await services.Get<IQueuePauses>().GetAsync()));
    }

    public Task<ListPage<FailureSummary>> ListFailuresAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken) =>
        services.AskAsync(async () =>
        {
            var page = await services.Get<FailureOperations>().ListAsync(Filter(selection), continuation, limit, cancellationToken);
            return new ListPage<FailureSummary>(page.Failures, page.Continuation);
        });

    public Task<FailureResponse?> FindFailureAsync(string id, CancellationToken cancellationToken) => services.AskAsync(async () =>
        FailureId.TryParse(id, out var known) && await services.Get<FailureOperations>().FindAsync(known, cancellationToken) is { } detail
            ? detail
            : null);

    public Task<RetryResult> RetryFailureAsync(string id) => services.AskAsync(async () => FailureId.TryParse(id, out var known)
        ? await services.Get<OperatorActions>().RetryAsync(known, services.Who, CancellationToken.None)
        : RetryResult.NotFound);

    public Task<RetriesResponse> CountFailuresAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken) =>
        services.AskAsync(async () => await services.Get<FailureRetry>().CountAsync(Filter(selection), continuation, cancellationToken));

    public Task<RetriesResponse> RetryFailuresAsync(FailureQuery selection, string? continuation, int limit) => services.AskAsync(async () =>
        await services.Get<OperatorActions>().RetryAllAsync(Filter(selection), continuation, limit, services.Who, CancellationToken.None));

    private FailureFilter Filter(FailureQuery selection) => selection.ToFilter(services.Get<TimeProvider>().GetUtcNow(), out var problem) is var filter && problem is null
        ? filter
        : throw new CommandException(ExitCodes.Usage, problem!);

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
