namespace Payshift.Core.Verification;

/// <summary>A list call that is likely to show these payments.</summary>
/// <param name="Call">The call for a page: the first for null, else the one that a page's <see cref="PaymentPage.Next"/> names.</param>
internal sealed record PaymentListing(IReadOnlyList<PaymentClaim> Claims, Func<string?, ApiCall> Call)
{
    /// <summary>A list that takes more calls than this is not worth its pages: single look-ups take as many as there are payments.</summary>
    public int MaxPages => Math.Max(1, Claims.DistinctBy(claim => claim.Key).Count() / 2);
}
