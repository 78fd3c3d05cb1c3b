using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;
using Payshift.Samples;

namespace Payshift.Cli.Clients;

/// <summary>A running host, over its admin functions.</summary>
internal sealed class HostTarget(HostClient client) : IPayshiftTarget
{
    public string Name => client.Url.ToString();

    public IFailureTarget Failures { get; } = new HostFailures(client);

    public IHistoryTarget History { get; } = new HostHistory(client);

    public Task<StatsReport> GetStatsAsync(CancellationToken cancellationToken) => client.GetAsync<StatsReport>(client.StatsUrl, cancellationToken);

    public Task<PaymentReport?> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        client.FindAsync<PaymentReport>(client.PaymentUrl(reference), cancellationToken);

    public Task<string?> AskToProcessAsync(bool withoutHandler) => withoutHandler
        ? throw new CommandException(ExitCodes.Usage, "--without-handler is for Redis and Table Storage directly; a host processes with its handler.")
        : Task.FromResult<string?>(null);

    public Task<DrainReport> ProcessBatchAsync(int batchSize) =>
        client.PostAsync<DrainReport>($"payment/admin/process?batchSize={batchSize}&maxBatches=1", CancellationToken.None);

    /// <summary>The host writes each call down.</summary>
    public Task<ProcessingSummary> AuditAsync(int batchSize, Func<Task<ProcessingSummary>> run) => run();

    public Task<CleanupReport> CleanAsync(CancellationToken cancellationToken) =>
        client.PostAsync<CleanupReport>("payment/admin/cleanup", cancellationToken);

    public Task<PauseReport> PauseAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync("pause", provider, cancellationToken);

    public Task<PauseReport> ResumeAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync("resume", provider, cancellationToken);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<PauseReport> ChangeAsync(string change, string? provider, CancellationToken cancellationToken)
    {
        var query = provider is null ? "" : $"?provider={Uri.EscapeDataString(provider)}";
        try
        {
            return await client.PostAsync<PauseReport>($"payment/admin/queue/{change}{query}", cancellationToken);
        }
        catch (CommandException exception) when (exception.ExitCode == ExitCodes.Usage && provider is not null)
        {
            throw new CommandException(ExitCodes.Usage, $"There is no provider {provider}. There is {string.Join(", ", SampleCatalog.ProviderNames)}, and what the host adds.");
        }
    }
}
