using Microsoft.Extensions.Configuration;
using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage;

namespace Payshift.Cli.Clients;

/// <summary>Redis and Table Storage themselves, by the settings of a host.</summary>
internal sealed class DirectPayshiftClient(DirectServices services) : IPayshiftClient
{
    public string Name => services.Name;

    public IFailureTarget Failures { get; } = new DirectFailures(services);

    public IHistoryTarget History { get; } = new DirectHistory(services);

    /// <exception cref="CommandException">A setting is missing or wrong.</exception>
    public static DirectPayshiftClient Open(IConfiguration settings, CommandContext context) => new(DirectServices.Open(settings, context));

    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken) =>
        services.AskAsync(async () => await services.Get<StatsReader>().ReadAsync(cancellationToken));

    public Task<PaymentResponse?> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        services.AskAsync(async () => PaymentResponse.Of(await services.Get<PayshiftMonitor>().GetOverviewAsync(reference, cancellationToken)));

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
        var report = ProcessResponse.Of(await services.Get<QueueProcessor>().DrainAsync(batchSize, maxBatches: 1, CancellationToken.None));
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
}
