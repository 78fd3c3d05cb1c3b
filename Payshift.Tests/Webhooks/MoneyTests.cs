using System.Numerics;
using CsCheck;

namespace Payshift.Tests.Webhooks;

public sealed class MoneyTests
{
    private static readonly CurrencyExponents Iso = CurrencyExponents.Iso4217;

    [Theory]
    [InlineData("1050", "usd", 1050, 2)]
    [InlineData("1050.00", "USD", 1050, 2)]
    [InlineData("1.05e3", "USD", 1050, 2)]
    [InlineData("10500E-1", "USD", 1050, 2)]
    [InlineData("500", "JPY", 500, 0)]
    [InlineData("5124", "kwd", 5124, 3)]
    [InlineData("-250", "EUR", -250, 2)]
    [InlineData("0", "EUR", 0, 2)]
    [InlineData("-0.000", "EUR", 0, 2)]
    [InlineData("0e1000", "EUR", 0, 2)]
    [InlineData("9223372036854775807", "EUR", long.MaxValue, 2)]
    [InlineData("-9223372036854775807", "EUR", -long.MaxValue, 2)]
    public void Minor_units_are_read_exactly(string text, string currency, long minor, byte exponent) =>
        Assert.Equal(new Money(minor, currency.ToUpperInvariant(), exponent), Money.FromMinor(text, currency, Iso));

    [Theory]
    [InlineData("10.5", "usd", 1050, 2)]
    [InlineData("10.50", "USD", 1050, 2)]
    [InlineData("100", "NGN", 10000, 2)]
    [InlineData("2500", "UGX", 2500, 0)]
    [InlineData("2500.5", "UGX", 25005, 1)]
    [InlineData("1.4567", "USD", 14567, 4)]
    [InlineData("1.40000000000000000000000000000000000", "USD", 140, 2)]
    [InlineData("1.5e-3", "USD", 15, 4)]
    [InlineData("0.000000000000000001", "ETH", 1, 18)]
    [InlineData("-0.01", "EUR", -1, 2)]
    [InlineData("92233720368547758.07", "EUR", long.MaxValue, 2)]
    public void Major_units_keep_every_decimal_that_counts(string text, string currency, long minor, byte exponent) =>
        Assert.Equal(new Money(minor, currency.ToUpperInvariant(), exponent), Money.FromMajor(text, currency, Iso));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(" 1")]
    [InlineData("1,000")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("1000000000000000000000000000000000000001")]
    [InlineData("1.00000000000000000000000000000000001")]
    [InlineData("0.0000000000000000001")]
    public void What_does_not_fit_exactly_is_no_amount(string? text)
    {
        Assert.Null(Money.FromMinor(text, "USD", Iso));
        Assert.Null(Money.FromMajor(text, "USD", Iso));
    }

    [Fact]
    public void Part_of_a_minor_unit_is_no_amount() => Assert.Null(Money.FromMinor("10.5", "USD", Iso));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("U D")]
    [InlineData("ABCDEFGHIJKLM")]
    public void Amount_needs_a_currency(string? currency) => Assert.Null(Money.FromMinor("1", currency, Iso));

    [Theory]
    [InlineData(1050, 2, "10.50 USD")]
    [InlineData(-5, 2, "-0.05 USD")]
    [InlineData(500, 0, "500 USD")]
    [InlineData(long.MaxValue, 18, "9.223372036854775807 USD")]
    [InlineData(long.MinValue, 2, "-92233720368547758.08 USD")]
    public void Text_shows_every_decimal(long minor, byte exponent, string text) =>
        Assert.Equal(text, new Money(minor, "USD", exponent).ToString());

    [Fact]
    public void Major_units_survive_the_way_there_and_back() =>
        Gen.Select(Gen.Long, Gen.Byte[0, 18]).Where(pair => pair.Item1 != long.MinValue).Sample((minor, exponent) =>
        {
            var money = new Money(minor, "JPY", exponent);

            var read = Money.FromMajor(money.Major.ToString(System.Globalization.CultureInfo.InvariantCulture), "JPY", Iso)!.Value;

            Assert.Equal(
                minor * BigInteger.Pow(10, Money.MaxExponent - exponent),
                read.MinorUnits * BigInteger.Pow(10, Money.MaxExponent - read.Exponent));
        });
}
