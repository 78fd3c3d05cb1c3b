using Payshift.Core.Providers.Checkout;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// Checkout.com: payments by their ids, as many as fit in a search's query. The captured amount is compared, as this is what a
/// capture's event states.
/// </summary>
/// <seealso href="https://www.checkout.com/docs/payments/manage-payments/search-and-filter-payments"/>
internal sealed class CheckoutVerifier : PaymentVerifier
{
    private const string PartiallyCaptured = "Partially Captured";

    /// <summary>The number of ids in a query: ids have 30 characters, a query at most 1,024.</summary>
    private const int PageSize = 20;
    private const int MaxSearchedLength = 40;

    private static readonly string[] Captured = ["Captured", PartiallyCaptured];

    public override string Provider => "checkout";

    public override Uri LiveApi { get; } = new("https://api.checkout.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) =>
        webhook.EventType == "payment_captured" && body.Get("data").Get("id").Text() is { } id
            ? new PaymentClaim(id, webhook.EventTime, webhook.Amount, Captured)
            : null;

    // A quote in an id would become part of the query, so such a payment is looked up by itself.
    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from chunk in claims.Where(claim => IsPlain(claim.Key)).GroupBy(claim => claim.Key).Chunk(PageSize)
        where chunk.Length > 1
        let query = string.Join(" OR ", chunk.Select(same => $"id:'{same.Key}'"))
        let call = new ApiCall("payments/search", JsonSerializer.Serialize(new { query, limit = PageSize }))
        select new PaymentListing([.. chunk.SelectMany(same => same)], _ => call);

    public override PaymentPage ReadPage(JsonElement response, string? cursor) => new(ReadAll(response.Get("data"), ReadSingle));

    public override string SinglePath(PaymentClaim claim) => $"payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response)
    {
        var captured = response.Get("balances").Get("total_captured").Scalar();
        var isPartial = string.Equals(response.Get("status").Text(), PartiallyCaptured, StringComparison.OrdinalIgnoreCase);
        return Payment(
            response.Get("id").Text(),
            Money.FromMinor(captured ?? (isPartial ? null : response.Get("amount").Scalar()), response.Get("currency").Text(), CheckoutProvider.Exponents),
            response.Get("status"));
    }

    private static bool IsPlain(string key) => key.Length <= MaxSearchedLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
