using System.Globalization;

namespace Payshift.Core.Webhooks;

/// <summary>
/// An exact amount: whole minor units and how many decimals they stand for. No floating point anywhere.
/// </summary>
/// <param name="MinorUnits">The amount in minor units, for example 1050 for 10.50.</param>
/// <param name="Currency">Three upper-case letters as a rule (ISO 4217); a provider's own code otherwise.</param>
/// <param name="Exponent">
/// Decimals of the minor unit, as the provider counts them, which is not always ISO 4217's count. An amount given with
/// more decimals than its currency has keeps them: its exponent is larger, its value exact.
/// </param>
public readonly record struct Money(long MinorUnits, string Currency, byte Exponent)
{
    /// <summary>The amount in major units, for example 10.50.</summary>
    public decimal Major => new decimal(MinorUnits) / PowerOfTen(Exponent);

    /// <summary>Reads an amount that the provider gives in minor units.</summary>
    /// <param name="minorUnits">A whole number; trailing decimal zeros are accepted.</param>
    /// <param name="currency">The provider's currency code, in any case.</param>
    /// <param name="exponents">How many decimals the provider's minor unit has for each currency.</param>
    /// <returns>The amount, or null where the text is no amount or no currency is given.</returns>
    public static Money? FromMinor(string? minorUnits, string? currency, CurrencyExponents exponents)
    {
        if (Normalize(currency) is not { } code || !TryParse(minorUnits, out var value) || value != decimal.Truncate(value))
        {
            return null;
        }

        return Exact(value, code, exponents.Of(code));
    }

    /// <summary>Reads an amount that the provider gives in major units, such as <c>10.50</c>.</summary>
    /// <inheritdoc cref="FromMinor"/>
    public static Money? FromMajor(string? majorUnits, string? currency, CurrencyExponents exponents)
    {
        if (Normalize(currency) is not { } code || !TryParse(majorUnits, out var value))
        {
            return null;
        }

        var exponent = Math.Max(exponents.Of(code), Decimals(value));
        return exponent > MaxExponent ? null : Exact(value, code, exponent, PowerOfTen(exponent));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major.ToString($"F{Exponent}", CultureInfo.InvariantCulture)} {Currency}");

    private const int MaxExponent = 18;

    private static Money? Exact(decimal value, string currency, byte exponent, decimal factor = 1m) =>
        Math.Abs(value) <= long.MaxValue / factor ? new Money((long)(value * factor), currency, exponent) : null;

    private static bool TryParse(string? text, out decimal value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text is not { Length: > 0 and <= 40 } || !decimal.TryParse(text, style, CultureInfo.InvariantCulture, out value))
        {
            value = 0;
            return false;
        }

        return true;
    }

    private static string? Normalize(string? currency) =>
        currency is { Length: > 0 and <= 12 } ? currency.ToUpperInvariant() : null;

    /// <summary>Decimals that carry a value: 1 for 1.50.</summary>
    private static byte Decimals(decimal value)
    {
        // Dividing by one with 28 zeros after the point drops trailing zeros of the scale.
        var trimmed = value / 1.0000000000000000000000000000m;
        return trimmed.Scale;
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10m;
        }

        return power;
    }
}
