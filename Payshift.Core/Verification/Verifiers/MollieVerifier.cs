using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// Mollie: payments, newest first, 250 a page from a given one on. A classic delivery needs no verification: its payload is
/// Mollie's own response, fetched on receipt.
/// </summary>
/// <seealso href="https://docs.mollie.com/reference/list-payments"/>
internal sealed class MollieVerifier : PaymentVerifier
{
    private static readonly string[] Paid = ["paid"];

    public override string Provider => "mollie";

    public override Uri LiveApi { get; } = new("https://api.mollie.com/");

    // Only a next-gen event states its kind. A payment link has payments but is not one.
    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) =>
        body.Get("type").Text() == "payment.paid" && body.Get("entityId").Text() is { } id && id.StartsWith("tr_", StringComparison.Ordinal)
            ? new PaymentClaim(id, body.Get("_embedded").Get("entity").Get("createdAt").Iso() ?? webhook.EventTime, webhook.Amount, Paid)
            : null;

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let newest = window.Claims[^1].Key
        select new PaymentListing(window.Claims, cursor => $"v2/payments?limit=250&from={Escape(cursor ?? newest)}");

    // The next page is given as a URL. Only its id is used, as addresses come from the configuration alone.
    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var next = Uri.TryCreate(response.Get("_links").Get("next").Get("href").Text(), UriKind.Absolute, out var url)
            ? FormFields.Get(url.Query, "from")
            : null;
        return new PaymentPage(ReadAll(response.Get("_embedded").Get("payments"), ReadSingle), next);
    }

    public override string SinglePath(PaymentClaim claim) => $"v2/payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Payment(
        response.Get("id").Text(),
        Money.FromMajor(response.Get("amount").Get("value").Scalar(), response.Get("amount").Get("currency").Text(), CurrencyExponents.Iso4217),
        response.Get("status"));
}
