using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <summary>Bytes beyond a property's limit of 64 KiB, in numbered columns: <c>Payload0</c>, <c>Payload1</c> and so on.</summary>
internal static class TableBytes
{
    private const int PartLength = 60 * 1024;

    public static void Write(TableEntity entity, string column, byte[] bytes)
    {
        for (int at = 0, part = 0; at < bytes.Length; at += PartLength, part++)
        {
            entity[$"{column}{part}"] = bytes[at..Math.Min(bytes.Length, at + PartLength)];
        }
    }

    /// <returns>The parts joined, up to the first that is missing.</returns>
    public static byte[] Read(TableEntity entity, string column)
    {
        var parts = new List<byte[]>();
        while (entity.TryGetValue($"{column}{parts.Count}", out var value) && value is byte[] part)
        {
            parts.Add(part);
        }

        return parts is [var only] ? only : [.. parts.SelectMany(part => part)];
    }
}
