using Azure.Data.Tables;
using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

public sealed class TableBytesTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(60 * 1024, 1)]
    [InlineData(60 * 1024 + 1, 2)]
    [InlineData(530_000, 9)]
    public void Bytes_of_any_length_are_split_and_joined_again(int length, int parts)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var entity = new TableEntity("partition", "row");

        TableBytes.Write(entity, "Payload", bytes);

        Assert.Equal(parts, entity.Keys.Count(key => key.StartsWith("Payload", StringComparison.Ordinal)));
        Assert.All(entity.Select(column => column.Value).OfType<byte[]>(), part => Assert.True(part.Length <= 64 * 1024));
        Assert.Equal(bytes, TableBytes.Read(entity, "Payload"));
    }
}
