using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>The failures in Table Storage itself.</summary>
internal sealed class DirectFailures(DirectServices services) : IFailureTarget
{
    public Task<ListPage<FailureSummary>> ListAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken) =>
        services.AskAsync(async () =>
        {
            var page = await services.Get<FailureOperations>().ListAsync(Filter(selection), continuation, limit, cancellationToken);
            return new ListPage<FailureSummary>(page.Failures, page.Continuation);
        });

    public Task<FailureResponse?> FindAsync(string id, CancellationToken cancellationToken) => services.AskAsync(async () =>
        FailureId.TryParse(id, out var known) && await services.Get<FailureOperations>().FindAsync(known, cancellationToken) is { } detail
            ? detail
            : null);

    public Task<RetryResult> RetryAsync(string id) => services.AskAsync(async () => FailureId.TryParse(id, out var known)
        ? await services.Get<OperatorActions>().RetryAsync(known, services.Who, CancellationToken.None)
        : RetryResult.NotFound);

    public Task<RetriesResponse> CountAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken) =>
        services.AskAsync(async () => await services.Get<FailureRetry>().CountAsync(Filter(selection), continuation, cancellationToken));

    public Task<RetriesResponse> RetryAllAsync(FailureQuery selection, string? continuation, int limit) => services.AskAsync(async () =>
        await services.Get<OperatorActions>().RetryAllAsync(Filter(selection), continuation, limit, services.Who, CancellationToken.None));

    private FailureFilter Filter(FailureQuery selection) => selection.ToFilter(services.Get<TimeProvider>().GetUtcNow(), out var problem) is var filter && problem is null
        ? filter
        : throw new CommandException(ExitCodes.Usage, problem!);
}
