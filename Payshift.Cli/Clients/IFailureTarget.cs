using Payshift.Cli.Invocation;
using Payshift.Cli.Selection;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;

namespace Payshift.Cli.Clients;

/// <summary>The permanent failures of a Payshift. Every method throws <see cref="CommandException"/> where it cannot be worked with.</summary>
internal interface IFailureTarget
{
    /// <summary>One page, newest receipt first.</summary>
    /// <param name="limit">At most 100.</param>
    Task<ListPage<FailureSummary>> ListAsync(FailureQuery selection, string? continuation, int limit, CancellationToken cancellationToken);

    /// <returns>Null where no such failure is kept.</returns>
    Task<FailureResponse?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Retries one. It cannot be cancelled: what was begun is finished.</summary>
    Task<RetryResult> RetryAsync(string id);

    /// <summary>Counts what <see cref="RetryAllAsync"/> would retry, in one or several calls.</summary>
    Task<RetriesResponse> CountAsync(FailureQuery selection, string? continuation, CancellationToken cancellationToken);

    /// <summary>Retries one page of what is open and meant. It cannot be cancelled: what was begun is finished.</summary>
    /// <param name="limit">At most 100.</param>
    Task<RetriesResponse> RetryAllAsync(FailureQuery selection, string? continuation, int limit);
}
