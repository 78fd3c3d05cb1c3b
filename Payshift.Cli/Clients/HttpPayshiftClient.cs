using System.Net;
using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Batches;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Failures;
using Payshift.Samples;

namespace Payshift.Cli.Clients;

/// <summary>A running host, over its admin functions.</summary>
internal sealed class HttpPayshiftClient(HostClient client) : IPayshiftClient
{
    public string Name => client.Url.ToString();

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

    private const string FailuresRoute = "payment/admin/failures";

    public async Task<ListPage<FailureSummary>> ListFailuresAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<FailurePage>($"{FailuresRoute}{query}", cancellationToken);
        return new ListPage<FailureSummary>(page.Failures, page.Continuation);
    }

    public Task<FailureResponse?> FindFailureAsync(string id, CancellationToken cancellationToken) =>
        client.FindAsync<FailureResponse>($"{FailuresRoute}/{Uri.EscapeDataString(id)}", cancellationToken);

    public async Task<RetryResult> RetryFailureAsync(string id) => (await client.PostAsync<RetryResponse>(
        $"{FailuresRoute}/{Uri.EscapeDataString(id)}/retry",
        status => status switch
        {
            HttpStatusCode.NotFound => new RetryResponse(id, RetryResult.NotFound),
            HttpStatusCode.Conflict => new RetryResponse(id, RetryResult.Unreadable),
            _ => null,
        },
        CancellationToken.None)).Result;

    public Task<RetriesResponse> CountFailuresAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken) =>
        client.PostAsync<RetriesResponse>($"{FailuresRoute}/retry{selection.ToQuery().With("continuation", continuation).With("dryRun", "true")}", cancellationToken);

    public Task<RetriesResponse> RetryFailuresAsync(FailureQuery selection, string? continuation, int limit)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit).With("all", selection.IsEverything ? "true" : null);
        return client.PostAsync<RetriesResponse>($"{FailuresRoute}/retry{query}", CancellationToken.None);
    }

    public async Task<ListPage<AuditEntry>> ListAuditAsync(
        DateTimeOffset? from, DateTimeOffset? to, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = new QueryText().With("from", from).With("to", to).With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<AuditPage>($"payment/admin/audit{query}", cancellationToken);
        return new ListPage<AuditEntry>(page.Entries, page.Continuation);
    }

    public async Task<ListPage<BatchResponse>> ListBatchesAsync(BatchQuery selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<BatchesResponse>($"payment/admin/batches{query}", cancellationToken);
        return new ListPage<BatchResponse>(page.Batches, page.Continuation);
    }

    public Task<AnalyticsResponse> GetAnalyticsAsync(AnalyticsQuery selection, CancellationToken cancellationToken) =>
        client.GetAsync<AnalyticsResponse>($"payment/admin/analytics{selection.ToQuery()}", cancellationToken);
}
