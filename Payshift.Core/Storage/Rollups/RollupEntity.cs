using System.IO.Compression;
using Azure.Data.Tables;
using Payshift.Core.Storage.Batches;

namespace Payshift.Core.Storage.Rollups;

/// <summary>
/// A part of an hour in <c>WebhookRollups</c>, written and read. Nearly every hour is one part; one of very many payment methods
/// does not fit a row.
/// </summary>
internal static class RollupEntity
{
    /// <summary>JSON before it is compressed: what does not shrink at all still fits an entity.</summary>
    private const int MaxPartBytes = 700_000;

    public static string FirstRow(DateTimeOffset hour) => Row(hour, 0);

    /// <returns>The parts, the first one first.</returns>
    public static IReadOnlyList<TableEntity> From(HourRollup rollup)
    {
        var parts = rollup.Counts.ChunkBy(int.MaxValue, MaxPartBytes, count => JsonSerializer.SerializeToUtf8Bytes(count).Length + 1).ToList();
        return [.. (parts.Count == 0 ? [[]] : parts).Select((counts, part) => ToPart(rollup, counts, part, Math.Max(1, parts.Count)))];
    }

    /// <param name="rows">Parts of any hours.</param>
    /// <returns>The hours of which all parts are there.</returns>
    public static IEnumerable<HourRollup> Read(IEnumerable<TableEntity> rows) => rows
        .GroupBy(row => row.GetDateTimeOffset("Hour").GetValueOrDefault())
        .Select(parts => (Hour: parts.Key, Parts: parts.OrderBy(part => part.RowKey, StringComparer.Ordinal).ToArray()))
        .Where(hour => hour.Parts[0].RowKey == FirstRow(hour.Hour) && PartsOf(hour.Parts[0]) <= hour.Parts.Length)
        // More of them are left of a time when the hour had more.
        .Select(hour => new HourRollup(
            hour.Hour, BatchesOf(hour.Parts[0]), [.. hour.Parts.Take(PartsOf(hour.Parts[0])).SelectMany(CountsOf)]));

    public static int BatchesOf(TableEntity part) => part.GetInt32("Batches").GetValueOrDefault();

    private static TableEntity ToPart(HourRollup rollup, IReadOnlyList<BatchCount> counts, int part, int parts)
    {
        var entity = new TableEntity(DayKeys.Partition(rollup.Hour), Row(rollup.Hour, part))
        {
            ["Hour"] = rollup.Hour,
            ["Batches"] = rollup.Batches,
            ["Parts"] = parts,
        };
        TableBytes.Write(entity, "Counts", Compress(counts));
        return entity;
    }

    private static int PartsOf(TableEntity first) => first.GetInt32("Parts").GetValueOrDefault();

    private static string Row(DateTimeOffset hour, int part) => DayKeys.Row(hour, part.ToString("D3", CultureInfo.InvariantCulture));

    private static byte[] Compress(IReadOnlyList<BatchCount> counts)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal))
        {
            JsonSerializer.Serialize(brotli, counts);
        }

        return compressed.ToArray();
    }

    private static BatchCount[] CountsOf(TableEntity part)
    {
        using var brotli = new BrotliStream(new MemoryStream(TableBytes.Read(part, "Counts")), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<BatchCount[]>(brotli) ?? [];
    }
}
