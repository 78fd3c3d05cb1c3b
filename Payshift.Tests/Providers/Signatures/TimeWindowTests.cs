using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.Signatures;

public sealed class TimeWindowTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Window_reaches_as_far_back_as_ahead(int offset, bool inside) =>
        Assert.Equal(inside, TimeWindow.Contains(1_790_000_000 + offset, Now, TimeWindow.Default));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-5, true)]
    [InlineData(-6, false)]
    [InlineData(100_000, true)]
    public void Recent_has_a_past_and_no_future(int offset, bool recent) =>
        Assert.Equal(recent, TimeWindow.IsRecent(1_790_000_000 + offset, Now, TimeSpan.FromSeconds(5)));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("9999999999999999")]
    public void Only_digits_are_a_time(string text) => Assert.False(TimeWindow.TryParse(text, out _));

    [Fact]
    public void No_time_overflows()
    {
        Assert.True(TimeWindow.TryParse("999999999999999", out var seconds));
        Assert.False(TimeWindow.Contains(seconds, DateTimeOffset.MinValue, TimeSpan.MaxValue / 1_000_000));
    }
}
