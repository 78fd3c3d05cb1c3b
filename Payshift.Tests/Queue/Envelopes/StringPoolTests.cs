using Payshift.Core.Queue.Envelopes;

namespace Payshift.Tests.Queue.Envelopes;

public sealed class StringPoolTests
{
    [Fact]
    public void Every_text_stays_itself_however_many_share_a_slot()
    {
        var texts = new StringPool(64);
        foreach (var text in Enumerable.Range(0, 5_000).Select(number => $"charge.é{number}").Concat(Enumerable.Range(0, 5_000).Select(number => $"charge.{number}")))
        {
            Assert.Equal(text, texts.Get(Encoding.UTF8.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_text_that_comes_again_is_made_once_unless_it_is_long(int length, bool once)
    {
        var texts = new StringPool(64);
        var utf8 = Encoding.UTF8.GetBytes(new string('a', length));
        var (first, second) = (texts.Get(utf8), texts.Get(utf8));
        Assert.Equal(first, second);
        Assert.Equal(once, ReferenceEquals(first, second));
    }

    [Fact]
    public void Nothing_is_a_text_too() => Assert.Equal("", new StringPool(64).Get([]));
}
