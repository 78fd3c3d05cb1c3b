using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Paystack;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Paystack: transactions by creation time, 100 a page.</summary>
/// <seealso href="https://paystack.com/docs/api/transaction/"/>
internal sealed class PaystackVerifier : PaymentVerifier
{
    private const int PageSize = 100;

    private static readonly string[] Paid = ["success"];

    public override string Provider => "paystack";

    public override Uri LiveApi { get; } = new("https://api.paystack.co/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) => webhook.EventType == "charge.success"
        ? new PaymentClaim(webhook.PaymentReference, body.Get("data").Get("created_at").Iso() ?? webhook.EventTime, webhook.Amount, Paid)
        : null;

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"transaction?perPage={PageSize}&from={Escape(Iso(window.From))}&to={Escape(Iso(window.To))}"
        select new PaymentListing(window.Claims, cursor => $"{path}&page={cursor ?? "1"}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var list = response.Get("data");
        return new PaymentPage(ReadAll(list, Read), CountOf(list) >= PageSize ? PageNumber.After(cursor) : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"transaction/verify/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("data"));

    private static ProviderPayment? Read(JsonElement data) => Payment(
        data.Get("reference").Scalar(),
        Money.FromMinor(data.Get("amount").Scalar(), data.Get("currency").Text(), PaystackProvider.Exponents),
        data.Get("status"));

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
