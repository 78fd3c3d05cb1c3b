using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Razorpay: payments by creation time, 100 a page. Its API key is the key id and the key secret, joined by a colon.</summary>
/// <seealso href="https://razorpay.com/docs/api/payments/fetch-all-payments/"/>
internal sealed class RazorpayVerifier : PaymentVerifier
{
    private const int PageSize = 100;

    private static readonly string[] Captured = ["captured"];
    private static readonly string[] Authorized = ["authorized", "captured"];

    public override string Provider => "razorpay";

    public override Uri LiveApi { get; } = new("https://api.razorpay.com/");

    // order.paid states the order's amount. The API can confirm the payment that the event contains.
    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var statuses = webhook.EventType switch
        {
            "payment.captured" or "order.paid" => Captured,
            "payment.authorized" => Authorized,
            _ => null,
        };
        var payment = body.Get("payload").Get("payment").Get("entity");
        return statuses is not null && Read(payment) is { } claimed
            ? new PaymentClaim(claimed.Key, payment.Get("created_at").SecondsOrIso() ?? webhook.EventTime, claimed.Amount, statuses)
            : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"v1/payments?count={PageSize}&from={window.From.ToUnixTimeSeconds()}&to={window.To.ToUnixTimeSeconds()}"
        select new PaymentListing(window.Claims, cursor => $"{path}&skip={cursor ?? "0"}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var list = response.Get("items");
        var read = CountOf(list) + int.Parse(cursor ?? "0", CultureInfo.InvariantCulture);
        return new PaymentPage(ReadAll(list, Read), CountOf(list) >= PageSize ? read.ToString(CultureInfo.InvariantCulture) : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"v1/payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response);

    public override void Authorize(HttpRequestMessage request, string apiKey) => request.Headers.Authorization = Basic(apiKey);

    public override IEnumerable<string> Validate(ProviderOptions options) => ProblemsOfHalves(options, "key id", "key secret");

    private static ProviderPayment? Read(JsonElement payment) => Payment(
        payment.Get("id").Text(),
        Money.FromMinor(payment.Get("amount").Scalar(), payment.Get("currency").Text(), CurrencyExponents.Iso4217),
        payment.Get("status"));
}
