namespace Payshift.Core.Verification;

/// <summary>A payment as the provider's API reports it.</summary>
internal sealed record ProviderPayment(string Key, Money? Amount, string? Status)
{
    private const int MaxShownLength = 40;

    /// <returns>The difference in words for operators; null if there is none.</returns>
    public string? DifferenceFrom(PaymentClaim claim)
    {
        var differences = new List<string>(3);
        if (claim.IsAmountStated)
        {
            if (claim.IsCurrencyStated && Amount?.Currency != claim.Amount?.Currency)
            {
                differences.Add($"the currency is {Amount?.Currency ?? "not told"}, the event says {claim.Amount?.Currency ?? "none"}");
            }

            // Compare by value: 10.5 and 10.50 are the same amount.
            if (Amount?.Major != claim.Amount?.Major)
            {
                differences.Add($"the amount is {Amount?.ToString() ?? "not told"}, the event says {claim.Amount?.ToString() ?? "none"}");
            }
        }

        if (!claim.Statuses.Contains(Status, StringComparer.OrdinalIgnoreCase))
        {
            differences.Add($"the status is {Shown(Status)}, the event means {string.Join(" or ", claim.Statuses.Select(Shown))}");
        }

        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static string Shown(string? status) => status switch
    {
        null => "not told",
        { Length: > MaxShownLength } => $"{status[..MaxShownLength]}…",
        _ => status,
    };
}
