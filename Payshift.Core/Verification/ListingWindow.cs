namespace Payshift.Core.Verification;

/// <summary>The period of payments that one list call can return.</summary>
internal sealed record ListingWindow(IReadOnlyList<PaymentClaim> Claims, DateTimeOffset From, DateTimeOffset To)
{
    /// <returns>The windows of payments that are close together in time. A payment on its own is cheaper to look up.</returns>
    public static IEnumerable<ListingWindow> Of(IEnumerable<PaymentClaim> claims)
    {
        var current = new List<PaymentClaim>();
        foreach (var claim in claims.OrderBy(claim => claim.CreatedAt))
        {
            if (current.Count > 0 && claim.CreatedAt - current[^1].CreatedAt > VerificationConstants.WindowGap)
            {
                if (IsWorthwhile(current))
                {
                    yield return Around(current);
                }

                current = [];
            }

            current.Add(claim);
        }

        if (IsWorthwhile(current))
        {
            yield return Around(current);
        }
    }

    private static bool IsWorthwhile(List<PaymentClaim> claims) => claims.DistinctBy(claim => claim.Key).Skip(1).Any();

    private static ListingWindow Around(List<PaymentClaim> claims) =>
        new(claims, Earlier(claims[0].CreatedAt, VerificationConstants.WindowBefore), Later(claims[^1].CreatedAt, VerificationConstants.WindowAfter));

    // An unsigned event may state any time of the calendar, including the first and last minutes.
    private static DateTimeOffset Earlier(DateTimeOffset time, TimeSpan by) =>
        time - DateTimeOffset.MinValue > by ? time - by : DateTimeOffset.MinValue;

    private static DateTimeOffset Later(DateTimeOffset time, TimeSpan by) =>
        DateTimeOffset.MaxValue - time > by ? time + by : DateTimeOffset.MaxValue;
}
