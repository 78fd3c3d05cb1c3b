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
    /// <summary>No reader yields more decimals than this.</summary>
    public const int MaxExponent = 18;

    /// <summary>The amount in major units, for example 10.50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is beyond what a decimal can hold, 28.</exception>
    public decimal Major
    {
        get
        {
            var magnitude = MinorUnits < 0 ? unchecked((ulong)-MinorUnits) : (ulong)MinorUnits;
            return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, MinorUnits < 0, Exponent);
        }
    }

    /// <summary>Reads an amount that the provider gives in minor units.</summary>
    /// <param name="minorUnits">A whole number; trailing decimal zeros are accepted.</param>
    /// <param name="currency">The provider's currency code, in any case.</param>
    /// <param name="exponents">How many decimals the provider's minor unit has for each currency.</param>
    /// <returns>The amount, or null where the text is no amount, does not fit or no currency is given.</returns>
    public static Money? FromMinor(string? minorUnits, string? currency, CurrencyExponents exponents) =>
        Normalize(currency) is { } code && DecimalText.TryParse(minorUnits, out var amount) && amount.TryScale(0, out var units)
            ? new Money(units, code, exponents.Of(code))
            : null;

    /// <summary>Reads an amount that the provider gives in major units, such as <c>10.50</c>.</summary>
    /// <inheritdoc cref="FromMinor"/>
    public static Money? FromMajor(string? majorUnits, string? currency, CurrencyExponents exponents)
    {
        if (Normalize(currency) is not { } code || !DecimalText.TryParse(majorUnits, out var amount))
        {
            return null;
        }

        var exponent = Math.Max(exponents.Of(code), amount.Decimals);
        return exponent <= MaxExponent && amount.TryScale(exponent, out var units)
            ? new Money(units, code, (byte)exponent)
            : null;
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major.ToString($"F{Exponent}", CultureInfo.InvariantCulture)} {Currency}");

    // Codes stay short and printable: they become keys and labels.
    private static string? Normalize(string? currency) =>
        currency is { Length: > 0 and <= 12 } && currency.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? currency.ToUpperInvariant()
            : null;
}
