namespace Payshift.Core.Verification;

/// <summary>A list call that is likely to return these payments.</summary>
/// <param name="Call">The call for a page: the first page for null, else the page that <see cref="PaymentPage.Next"/> refers to.</param>
internal sealed record PaymentListing(IReadOnlyList<PaymentClaim> Claims, Func<string?, ApiCall> Call)
{
    /// <summary>The number of pages beyond which single look-ups, one for each payment, are cheaper.</summary>
    public int MaxPages => Math.Max(1, Claims.DistinctBy(claim => claim.Key).Count() / 2);
}
