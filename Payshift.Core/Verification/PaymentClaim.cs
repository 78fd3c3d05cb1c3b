namespace Payshift.Core.Verification;

/// <summary>The claim of an event about a payment, in the words of the provider's API.</summary>
/// <param name="Key">What the API knows the payment by.</param>
/// <param name="CreatedAt">About when the payment was made, which is where a list would show it.</param>
/// <param name="Statuses">The statuses that bear the event out.</param>
internal sealed record PaymentClaim(string Key, DateTimeOffset CreatedAt, Money? Amount, IReadOnlyList<string> Statuses)
{
    private const int MaxKeyLength = 200;

    /// <summary>False where events of this kind name no amount, so that none can be compared.</summary>
    public bool IsAmountStated { get; init; } = true;

    /// <summary>False where the event names an amount and no currency, so that only the amount can be compared.</summary>
    public bool IsCurrencyStated { get; init; } = true;

    /// <summary>Whether the key can stand in a URL, escaped, and mean nothing there but itself. A segment of dots is a way up.</summary>
    public bool IsAddressable => Key.Length is > 0 and <= MaxKeyLength && Key.AsSpan().ContainsAnyExcept('.') && !Key.Any(char.IsControl);
}
