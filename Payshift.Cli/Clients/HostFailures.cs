using System.Net;
using Payshift.Cli.Selection;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>The failures of a running host.</summary>
internal sealed class HostFailures(HostClient client) : IFailureTarget
{
    private const string Route = "payment/admin/failures";

    public async Task<ListPage<FailureSummary>> ListAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit);
        var page = await client.GetAsync<FailurePage>($"{Route}{query}", cancellationToken);
        return new ListPage<FailureSummary>(page.Failures, page.Continuation);
    }

    public Task<FailureResponse?> FindAsync(string id, CancellationToken cancellationToken) =>
        client.FindAsync<FailureResponse>($"{Route}/{Uri.EscapeDataString(id)}", cancellationToken);

    public async Task<RetryResult> RetryAsync(string id) => (await client.PostAsync<RetryResponse>(
        $"{Route}/{Uri.EscapeDataString(id)}/retry",
        status => status switch
        {
            HttpStatusCode.NotFound => new RetryResponse(id, RetryResult.NotFound),
            HttpStatusCode.Conflict => new RetryResponse(id, RetryResult.Unreadable),
            _ => null,
        },
        CancellationToken.None)).Result;

    public Task<RetriesResponse> CountAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken) =>
        client.PostAsync<RetriesResponse>($"{Route}/retry{selection.ToQuery().With("continuation", continuation).With("dryRun", "true")}", cancellationToken);

    public Task<RetriesResponse> RetryAllAsync(FailureQuery selection, string? continuation, int limit)
    {
        var query = selection.ToQuery().With("continuation", continuation).With("limit", limit).With("all", selection.IsEverything ? "true" : null);
        return client.PostAsync<RetriesResponse>($"{Route}/retry{query}", CancellationToken.None);
    }
}
