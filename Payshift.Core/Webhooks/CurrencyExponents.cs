using System.Collections.Frozen;

namespace Payshift.Core.Webhooks;

/// <summary>
/// Decimals of a currency's minor unit. ISO 4217's counts, and where a provider counts otherwise, the provider's.
/// </summary>
public sealed class CurrencyExponents
{
    /// <summary>ISO 4217, amendment 177: two decimals, but for the currencies listed here.</summary>
    public static readonly CurrencyExponents Iso4217 = new(Merge(
        (0, ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"]),
        (3, ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
        (4, ["CLF", "UYW"])));

    private const byte Default = 2;

    private readonly FrozenDictionary<string, byte> _exponents;

    private CurrencyExponents(IEnumerable<KeyValuePair<string, byte>> exponents) =>
        _exponents = exponents.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>Decimals of the minor unit, 2 for a currency that is not listed.</returns>
    public byte Of(string currency) => _exponents.GetValueOrDefault(currency, Default);

    /// <summary>The same counts with a provider's deviations.</summary>
    public CurrencyExponents With(params (string Currency, byte Exponent)[] deviations)
    {
        var merged = _exponents.ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (currency, exponent) in deviations)
        {
            merged[currency] = exponent;
        }

        return new CurrencyExponents(merged);
    }

    private static IEnumerable<KeyValuePair<string, byte>> Merge(params (byte Exponent, string[] Currencies)[] groups) =>
        from grouped in groups
        from currency in grouped.Currencies
        select KeyValuePair.Create(currency, grouped.Exponent);
}
