using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Square: payments by creation time, 100 a page.</summary>
/// <seealso href="https://developer.squareup.com/reference/square/payments-api/list-payments"/>
internal sealed class SquareVerifier : PaymentVerifier
{
    private static readonly string[] Completed = ["COMPLETED"];

    public override string Provider => "square";

    public override Uri LiveApi { get; } = new("https://connect.squareup.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var payment = body.Get("data").Get("object").Get("payment");
        return webhook.EventType is "payment.created" or "payment.updated"
            && payment.Get("status").Text() == Completed[0]
            && payment.Get("id").Text() is { } id
                ? new PaymentClaim(id, payment.Get("created_at").Iso() ?? webhook.EventTime, webhook.Amount, Completed)
                : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"v2/payments?limit=100&begin_time={Escape(Iso(window.From))}&end_time={Escape(Iso(window.To))}"
        select new PaymentListing(window.Claims, cursor => cursor is null ? path : $"{path}&cursor={Escape(cursor)}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor) =>
        new(ReadAll(response.Get("payments"), Read), response.Get("cursor").Text());

    public override string SinglePath(PaymentClaim claim) => $"v2/payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("payment"));

    private static ProviderPayment? Read(JsonElement payment) => Payment(
        payment.Get("id").Text(),
        Amount(payment.Get("total_money")) ?? Amount(payment.Get("amount_money")),
        payment.Get("status"));

    private static Money? Amount(JsonElement money) =>
        Money.FromMinor(money.Get("amount").Scalar(), money.Get("currency").Text(), CurrencyExponents.Iso4217);

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
