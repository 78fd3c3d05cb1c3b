using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Signatures;

public sealed class HeaderPairsTests
{
    [Theory]
    [InlineData("t=1,v1=ab", "t:1 v1:ab", false)]
    [InlineData("t=1, v1=a=b", "t:1 v1:a=b", false)]
    [InlineData("t=,=x", "t: :x", false)]
    [InlineData("t=1,v1", "t:1", true)]
    [InlineData("t=1,", "t:1", true)]
    [InlineData("", "", false)]
    public void Pairs_are_read_up_to_the_first_that_is_none(string header, string expected, bool malformed)
    {
        var read = new List<string>();
        var pairs = new HeaderPairs(header, ',');
        while (pairs.TryNext(out var name, out var value))
        {
            read.Add($"{name}:{value}");
        }

        Assert.Equal(expected, string.Join(' ', read));
        Assert.Equal(malformed, pairs.IsMalformed);
    }
}
