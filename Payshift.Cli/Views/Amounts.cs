using Payshift.Core.Webhooks;

namespace Payshift.Cli.Views;

/// <summary>Amounts for people.</summary>
internal static class Amounts
{
    /// <summary>For example <c>10.50 EUR</c>; empty where something of it is missing.</summary>
    public static string Text(long? minor, int? exponent, string? currency) =>
        minor is { } units && exponent is >= 0 and <= Money.MaxExponent && currency is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{new Money(units, currency, (byte)exponent).Major} {currency}")
            : "";
}
