using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Core.Operations.Failures;

namespace Payshift.Cli.Retrying;

/// <summary>A run of retries by hand, one call after the other, so that it can be interrupted between them.</summary>
/// <param name="show">Is told each result.</param>
internal sealed class RetryRun(IPayshiftClient client, Action<RetryResponse> show)
{
    private const int PageSize = 100;

    private readonly List<RetryResponse> _items = [];
    private CommandException? _problem;

    /// <summary>Retries the failures of these ids.</summary>
    /// <exception cref="CommandException">Nothing could be retried.</exception>
    public async Task<RetrySummary> RunAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            if (cancellationToken.IsCancellationRequested || !await TryAsync(async () => [new RetryResponse(id, await client.RetryFailureAsync(id))]))
            {
                return Summary(isComplete: false);
            }
        }

        return Summary(isComplete: true);
    }

    /// <summary>Retries what is open and meant.</summary>
    /// <exception cref="CommandException">Nothing could be retried.</exception>
    public async Task<RetrySummary> RunAsync(FailureQuery selection, int limit, CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            if (cancellationToken.IsCancellationRequested || !await TryAsync(PageAsync))
            {
                return Summary(isComplete: false);
            }
        }
        while (continuation is not null && _items.Count < limit);

        return Summary(isComplete: continuation is null);

        async Task<IReadOnlyList<RetryResponse>> PageAsync()
        {
            var page = await client.RetryFailuresAsync(selection, continuation, Math.Min(PageSize, limit - _items.Count));
            continuation = page.Continuation;
            return page.Items;
        }
    }

    /// <summary>Counts what would be retried.</summary>
    public static async Task<RetrySummary> CountAsync(IPayshiftClient client, FailureQuery selection, int limit, CancellationToken cancellationToken)
    {
        var counted = 0;
        string? continuation = null;
        do
        {
            var page = await client.CountFailuresAsync(selection, continuation, cancellationToken);
            counted += page.Matched;
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return new RetrySummary(DryRun: true, counted, [], IsComplete: counted <= limit);
    }

    /// <returns>False where it ended early, with results before that are to be told.</returns>
    private async Task<bool> TryAsync(Func<Task<IReadOnlyList<RetryResponse>>> retry)
    {
        try
        {
            foreach (var item in await retry())
            {
                _items.Add(item);
                show(item);
            }

            return true;
        }
        catch (CommandException exception) when (_items.Count > 0)
        {
            _problem = exception;
            return false;
        }
    }

    private RetrySummary Summary(bool isComplete) => new(DryRun: false, _items.Count, _items, isComplete) { Problem = _problem };
}
