using Payshift.Core.Storage;

namespace Payshift.Tests.Storage;

public sealed class BoundedChunksTests
{
    [Theory]
    [InlineData(new long[0], "")]
    [InlineData(new long[] { 1, 1, 1, 1 }, "1,1,1|1")]
    [InlineData(new long[] { 6, 4, 1 }, "6,4|1")]
    [InlineData(new long[] { 99, 1, 99 }, "99|1|99")]
    [InlineData(new long[] { 0, 0, 0, 10 }, "0,0,0|10")]
    public void A_chunk_holds_at_most_three_items_of_ten_together_unless_one_is_heavier(long[] weights, string expected) =>
        Assert.Equal(expected, string.Join('|', weights.ChunkBy(3, 10, weight => weight).Select(chunk => string.Join(',', chunk))));
}
