using Payshift.Cli.Invocation;
using Payshift.Cli.Processing;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations;
using Payshift.Samples;

namespace Payshift.Cli.Clients;

/// <summary>A running host, over its admin functions.</summary>
internal sealed class HttpPayshiftClient(HostClient client) : IPayshiftClient
{
    public string Name => client.Url.ToString();

    public IFailureTarget Failures { get; } = new HostFailures(client);

    public IHistoryTarget History { get; } = new HostHistory(client);

    public Task<StatsResponse> GetStatsAsync(CancellationToken cancellationToken) => client.GetAsync<StatsResponse>(client.StatsUrl, cancellationToken);

    public Task<PaymentResponse?> GetPaymentAsync(string reference, CancellationToken cancellationToken) =>
        client.FindAsync<PaymentResponse>(client.PaymentUrl(reference), cancellationToken);

    public Task<string?> AskToProcessAsync(bool withoutHandler) => withoutHandler
        ? throw new CommandException(ExitCodes.Usage, "--without-handler is for Redis and Table Storage directly; a host processes with its handler.")
        : Task.FromResult<string?>(null);

    public Task<ProcessResponse> ProcessBatchAsync(int batchSize) =>
        client.PostAsync<ProcessResponse>($"payment/admin/process?batchSize={batchSize}&maxBatches=1", CancellationToken.None);

    /// <summary>The host writes each call down.</summary>
    public Task<ProcessingSummary> AuditAsync(int batchSize, Func<Task<ProcessingSummary>> run) => run();

    public Task<CleanupResponse> CleanAsync(CancellationToken cancellationToken) =>
        client.PostAsync<CleanupResponse>("payment/admin/cleanup", cancellationToken);

    public Task<PauseResponse> PauseAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync("pause", provider, cancellationToken);

    public Task<PauseResponse> ResumeAsync(string? provider, CancellationToken cancellationToken) =>
        ChangeAsync("resume", provider, cancellationToken);

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<PauseResponse> ChangeAsync(string change, string? provider, CancellationToken cancellationToken)
    {
        var query = provider is null ? "" : $"?provider={Uri.EscapeDataString(provider)}";
        try
        {
            return await client.PostAsync<PauseResponse>($"payment/admin/queue/{change}{query}", cancellationToken);
        }
        catch (CommandException exception) when (exception.ExitCode == ExitCodes.Usage && provider is not null)
        {
            throw new CommandException(ExitCodes.Usage, $"There is no provider {provider}. There is {string.Join(", ", SampleCatalog.ProviderNames)}, and what the host adds.");
        }
    }
}
