namespace Payshift.Core.Webhooks;

/// <summary>
/// A decimal number read digit by digit. The framework's parsers round what exceeds their precision without saying so,
/// and a rounded amount is a wrong one.
/// </summary>
internal readonly record struct DecimalText
{
    private const int MaxLength = 40;

    private readonly Int128 _mantissa;
    private readonly int _exponent;

    private DecimalText(Int128 mantissa, int exponent) => (_mantissa, _exponent) = (mantissa, exponent);

    /// <summary>Decimals that carry a value: 1 for 1.50.</summary>
    public int Decimals => Math.Max(0, -_exponent);

    /// <param name="text">As JSON writes numbers; a plus sign and leading zeros are accepted.</param>
    public static bool TryParse(string? text, out DecimalText value)
    {
        value = default;
        if (text is not { Length: > 0 and <= MaxLength })
        {
            return false;
        }

        var rest = text.AsSpan();
        var exponent = 0;
        var mark = rest.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(rest[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || exponent is > 1000 or < -1000)
            {
                return false;
            }

            rest = rest[..mark];
        }

        var negative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        if (!TryReadDigits(rest, ref exponent, out var mantissa))
        {
            return false;
        }

        value = mantissa == 0 ? default : new DecimalText(negative ? -mantissa : mantissa, exponent);
        return true;
    }

    /// <summary>Counts in units of 10^-<paramref name="decimals"/>.</summary>
    /// <returns>Whether the count is whole and lies within the range of a long.</returns>
    public bool TryScale(int decimals, out long units)
    {
        units = 0;
        var shift = _exponent + decimals;
        var scaled = _mantissa;
        if (shift < 0)
        {
            // The mantissa has no trailing zeros left to give.
            return false;
        }

        for (; shift > 0 && Fits(scaled) && scaled != 0; shift--)
        {
            scaled *= 10;
        }

        units = Fits(scaled) ? (long)scaled : 0;
        return Fits(scaled);
    }

    // Zeros are held back until another digit follows them, so that the mantissa never has trailing ones.
    private static bool TryReadDigits(ReadOnlySpan<char> text, ref int exponent, out Int128 mantissa)
    {
        mantissa = 0;
        var digits = 0;
        var zeros = 0;
        var point = -1;
        foreach (var c in text)
        {
            if (c == '.' && point < 0)
            {
                point = digits;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            digits++;
            zeros++;
            if (c == '0')
            {
                continue;
            }

            for (; zeros > 0 && mantissa != 0 && Fits(mantissa); zeros--)
            {
                mantissa *= 10;
            }

            zeros = 0;
            mantissa += c - '0';
            if (!Fits(mantissa))
            {
                return false;
            }
        }

        exponent += zeros - (point < 0 ? 0 : digits - point);
        return digits > 0;
    }

    private static bool Fits(Int128 value) => value >= -long.MaxValue && value <= long.MaxValue;
}
