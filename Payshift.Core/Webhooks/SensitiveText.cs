using System.Text.RegularExpressions;

namespace Payshift.Core.Webhooks;

/// <summary>Keeps card numbers out of what is logged and stored as a reason.</summary>
public static partial class SensitiveText
{
    /// <summary>Replaces all but the last four digits of everything that has the form of a card number.</summary>
    public static string Mask(string text) => CardNumber().Replace(text, match =>
        IsLuhnValid(match.ValueSpan) ? $"****{match.ValueSpan[^4..]}" : match.Value);

    /// <summary>ISO/IEC 7812: 13 to 19 digits, often written in groups.</summary>
    [GeneratedRegex(@"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex CardNumber();

    private static bool IsLuhnValid(ReadOnlySpan<char> text)
    {
        var sum = 0;
        var doubled = false;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var digit = text[i] - '0';
            sum += doubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
            doubled = !doubled;
        }

        return sum % 10 == 0;
    }
}
