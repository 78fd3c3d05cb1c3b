namespace Payshift.Tests.Webhooks;

public sealed class CurrencyExponentsTests
{
    [Theory]
    [InlineData("USD", 2)]
    [InlineData("usd", 2)]
    [InlineData("jpy", 0)]
    [InlineData("KWD", 3)]
    [InlineData("CLF", 4)]
    [InlineData("UNKNOWN", 2)]
    public void Iso_counts(string currency, byte exponent) => Assert.Equal(exponent, CurrencyExponents.Iso4217.Of(currency));

    [Fact]
    public void Deviations_leave_the_rest_and_the_original_alone()
    {
        var own = CurrencyExponents.Iso4217.With(("isk", 2), ("NEW", 5));

        Assert.Equal(2, own.Of("ISK"));
        Assert.Equal(5, own.Of("new"));
        Assert.Equal(0, own.Of("JPY"));
        Assert.Equal(0, CurrencyExponents.Iso4217.Of("ISK"));
    }
}
