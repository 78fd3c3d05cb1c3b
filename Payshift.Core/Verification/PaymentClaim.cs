namespace Payshift.Core.Verification;

/// <summary>The claim of an event about a payment, in the terms of the provider's API.</summary>
/// <param name="Key">The payment's id at the API.</param>
/// <param name="CreatedAt">The approximate time of the payment, by which lists find it.</param>
/// <param name="Statuses">The statuses that confirm the event.</param>
internal sealed record PaymentClaim(string Key, DateTimeOffset CreatedAt, Money? Amount, IReadOnlyList<string> Statuses)
{
    private const int MaxKeyLength = 200;

    /// <summary>False if events of this kind state no amount, so that none can be compared.</summary>
    public bool IsAmountStated { get; init; } = true;

    /// <summary>False if the event states an amount without a currency, so that only the amount can be compared.</summary>
    public bool IsCurrencyStated { get; init; } = true;

    /// <summary>Whether the escaped key is safe as a segment of a URL. A segment of dots would lead to a parent path.</summary>
    public bool IsAddressable => Key.Length is > 0 and <= MaxKeyLength && Key.AsSpan().ContainsAnyExcept('.') && !Key.Any(char.IsControl);
}
