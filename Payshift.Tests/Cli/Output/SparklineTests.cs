using Payshift.Cli.Output;

namespace Payshift.Tests.Cli.Output;

public sealed class SparklineTests
{
    [Fact]
    public void A_series_fits_its_width_and_shows_its_peak() => Assert.Equal("▁▅█▂", Sparkline.Of([0, 0, 4, 0, 8, 0, 1, 0], 4));

    [Fact]
    public void Nothing_is_flat() => Assert.Equal("▁▁", Sparkline.Of([0, 0], 10));

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "█")]
    [InlineData(1000, "██████████")]
    public void A_bar_is_a_share_of_the_most_and_never_hides_what_is_there(long value, string expected) =>
        Assert.Equal(expected, Sparkline.Bar(value, 1000, 10));
}
