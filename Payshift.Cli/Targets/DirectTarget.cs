using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Payshift.Cli.Commands;
using Payshift.Core.Cleanup;
using Payshift.Core.Hosting;
using Payshift.Core.Monitoring;
using Payshift.Core.Processing;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Core.Storage;

namespace Payshift.Cli.Targets;

/// <summary>Redis and Table Storage themselves, by the settings of a host.</summary>
internal sealed class DirectTarget : IPayshiftTarget
{
    private readonly ServiceProvider _services;
    private readonly ServiceNames _names;

    private DirectTarget(ServiceProvider services, ServiceNames names) => (_services, _names) = (services, names);

    public string Name => _names.Redis;

    public string ProcessingNote => "your batch handler is part of your app and is not called from here: what is processed is recorded, and that is all. With --url the app processes.";

    /// <exception cref="CommandException">A setting is missing or wrong.</exception>
    public static DirectTarget Open(IConfiguration settings)
    {
        var services = new ServiceCollection().AddLogging().AddPayshift(settings).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return new DirectTarget(services, ServiceNames.Of(services));
        }
        catch (Exception exception) when (SettingErrors.Explain(exception) is { } explained)
        {
            services.Dispose();
            throw new CommandException(ExitCodes.Usage, explained);
        }
    }

    public Task<StatsReport> GetStatsAsync(CancellationToken cancellationToken) =>
        AskAsync(async () => StatsReport.Of(await Get<StatsReader>().ReadAsync(cancellationToken)));

    public Task<PaymentReport?> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        AskAsync(async () => PaymentReport.Of(await Get<PayshiftMonitor>().GetOverviewAsync(reference, cancellationToken)));

    public Task<DrainReport> ProcessBatchAsync(int batchSize) => AskAsync(async () =>
    {
        var report = DrainReport.Of(await Get<QueueDrain>().DrainAsync(batchSize, maxBatches: 1, CancellationToken.None));
        if (report.End == DrainEnd.Unavailable)
        {
            // The drain keeps the cause to its log: asking again tells who it is.
            await Get<StatsReader>().ReadAsync(CancellationToken.None);
            await Get<IResultStore>().FindAsync("health", 1, CancellationToken.None);
            throw new CommandException(ExitCodes.HostUnreachable, "Redis or Table Storage did not answer for a moment. What was taken stays in the queue.");
        }

        return report;
    });

    public Task<CleanupReport> CleanAsync(CancellationToken cancellationToken) =>
        AskAsync(async () => CleanupReport.Of(await Get<QueueCleaner>().CleanAsync(cancellationToken)));

    public Task<PauseReport> PauseAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync(provider, Get<IQueuePauses>().PauseAsync);

    public Task<PauseReport> ResumeAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync(provider, Get<IQueuePauses>().ResumeAsync);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<PauseReport> ChangeAsync(string? provider, Func<string?, Task<bool>> change)
    {
        var name = provider?.ToLowerInvariant();
        if (name is not null && !Get<ProviderRegistry>().IsKnown(name))
        {
            var known = Get<IEnumerable<IWebhookProvider>>().Select(item => item.Name).Order(StringComparer.Ordinal);
            throw new CommandException(ExitCodes.Usage, $"There is no provider {provider}. There is {string.Join(", ", known)}.");
        }

        return AskAsync(async () => new PauseReport(await change(name), PausedReport.Of(await Get<IQueuePauses>().GetAsync())));
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (QueueUnavailableException exception)
        {
            throw new CommandException(ExitCodes.HostUnreachable, _names.ExplainRedis(exception));
        }
        catch (StorageUnavailableException exception)
        {
            throw new CommandException(ExitCodes.HostUnreachable, _names.ExplainTables(exception));
        }
    }

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
