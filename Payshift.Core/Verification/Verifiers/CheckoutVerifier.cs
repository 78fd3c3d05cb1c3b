using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// Checkout.com: payments by their ids, as many as a search's query has room for. What was captured of a payment is compared,
/// which is what a capture's event tells of.
/// </summary>
/// <seealso href="https://www.checkout.com/docs/payments/manage-payments/search-and-filter-payments"/>
internal sealed class CheckoutVerifier : PaymentVerifier
{
    private const string PartiallyCaptured = "Partially Captured";

    /// <summary>Ids have 30 characters, a query at most 1,024.</summary>
    private const int PageSize = 20;
    private const int MaxSearchedLength = 40;

    private static readonly string[] Captured = ["Captured", PartiallyCaptured];

    public override string Provider => "checkout";

    public override Uri LiveApi { get; } = new("https://api.checkout.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) =>
        webhook.EventType == "payment_captured" && body.Get("data").Get("id").Text() is { } id
            ? new PaymentClaim(id, webhook.EventTime, webhook.Amount, Captured)
            : null;

    // A quote within an id would be part of the query: such a payment is looked up by itself.
    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from chunk in claims.Where(claim => IsPlain(claim.Key)).GroupBy(claim => claim.Key).Chunk(PageSize)
        where chunk.Length > 1
        let query = string.Join(" OR ", chunk.Select(same => $"id:'{same.Key}'"))
        let call = new ApiCall("payments/search", JsonSerializer.Serialize(new { query, limit = PageSize }))
        select new PaymentListing([.. chunk.SelectMany(same => same)], _ => call);

    public override PaymentPage ReadPage(JsonElement answer, string? cursor) => new(ReadAll(answer.Get("data"), ReadSingle));

    public override string SinglePath(PaymentClaim claim) => $"payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement answer)
    {
        var captured = answer.Get("balances").Get("total_captured").Scalar();
        var isPartial = string.Equals(answer.Get("status").Text(), PartiallyCaptured, StringComparison.OrdinalIgnoreCase);
        return Payment(
            answer.Get("id").Text(),
            Money.FromMinor(captured ?? (isPartial ? null : answer.Get("amount").Scalar()), answer.Get("currency").Text(), CheckoutProvider.Exponents),
            answer.Get("status"));
    }

    private static bool IsPlain(string key) => key.Length <= MaxSearchedLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
