namespace Payshift.Cli.Selection;

/// <summary>A part of a list.</summary>
/// <param name="Continuation">Where more begins; null where there is none.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Continuation)
{
    /// <summary>Items that one call gives, on a host and here.</summary>
    private const int MaxPageSize = 100;

    /// <summary>Reads page after page until there are as many items as are meant.</summary>
    /// <param name="read">Reads one page: from where, and how many items.</param>
    public static async Task<ListPage<T>> FollowAsync(
        string? continuation, int limit, Func<string?, int, Task<ListPage<T>>> read, CancellationToken cancellationToken)
    {
        var items = new List<T>();
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await read(continuation, Math.Min(MaxPageSize, limit - items.Count));
            items.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null && items.Count < limit);

        return new ListPage<T>(items, continuation);
    }
}
