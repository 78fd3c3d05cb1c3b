using System.Text.RegularExpressions;

namespace Payshift.Core.Operations.Failures;

/// <summary>A payload as an operator may see it: card numbers but for their last four digits, and what only the cardholder knows, are masked.</summary>
internal static partial class PayloadText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null where the bytes are no text.</returns>
    public static string? Of(ReadOnlySpan<byte> payload)
    {
        try
        {
            return SensitiveText.Mask(SecretField().Replace(Strict.GetString(payload), "${name}${before}****"));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Sensitive authentication data of PCI DSS, requirement 3.3, by the names that JSON, XML and forms give it.</summary>
    [GeneratedRegex(
        """(?<name>(?<![A-Za-z0-9])(?:cvc2?|cvv2?|cvn2?|csc|card_?(?:verification_?(?:value|code)|security_?code|pin)|security_?code|pin_?block|track_?[12](?:_?data)?))(?<before>"\s*:\s*"?|>\s*|=)(?<value>[A-Za-z0-9+/%=;^]{3,})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SecretField();
}
