namespace Payshift.Core.Storage;

/// <summary>The splitting of a sequence into chunks that one request may hold, by number of items and by weight.</summary>
internal static class BoundedChunks
{
    /// <returns>The items in order. An item heavier than <paramref name="maxWeight"/> stands alone.</returns>
    public static IEnumerable<IReadOnlyList<T>> ChunkBy<T>(this IEnumerable<T> items, int maxCount, long maxWeight, Func<T, long> weigh)
    {
        var chunk = new List<T>();
        var total = 0L;
        foreach (var item in items)
        {
            var weight = weigh(item);
            if (chunk.Count > 0 && (chunk.Count == maxCount || total + weight > maxWeight))
            {
                yield return chunk;
                (chunk, total) = ([], 0);
            }

            chunk.Add(item);
            total += weight;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
