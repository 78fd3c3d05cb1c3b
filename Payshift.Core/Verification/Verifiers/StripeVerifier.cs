using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Stripe: payment intents by creation time, 100 a page.</summary>
/// <seealso href="https://docs.stripe.com/api/payment_intents/list"/>
internal sealed class StripeVerifier : PaymentVerifier
{
    private static readonly string[] Paid = ["succeeded"];

    public override string Provider => "stripe";

    public override Uri LiveApi { get; } = new("https://api.stripe.com/");

    // Payments made without an intent are not in these lists.
    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var subject = body.Get("data").Get("object");
        var isPaid = webhook.EventType switch
        {
            "payment_intent.succeeded" or "charge.captured" or "checkout.session.async_payment_succeeded" => true,
            "charge.succeeded" => subject.Get("captured").ValueKind == JsonValueKind.True,
            "checkout.session.completed" => subject.Get("payment_status").Text() == "paid",
            _ => false,
        };
        return isPaid && webhook.PaymentReference.StartsWith("pi_", StringComparison.Ordinal)
            ? new PaymentClaim(webhook.PaymentReference, subject.Get("created").SecondsOrIso() ?? webhook.EventTime, webhook.Amount, Paid)
            : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"v1/payment_intents?limit=100&created[gte]={window.From.ToUnixTimeSeconds()}&created[lte]={window.To.ToUnixTimeSeconds()}"
        select new PaymentListing(window.Claims, cursor => cursor is null ? path : $"{path}&starting_after={Escape(cursor)}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var list = response.Get("data");
        var hasMore = response.Get("has_more").ValueKind == JsonValueKind.True && CountOf(list) > 0;
        return new PaymentPage(ReadAll(list, ReadSingle), hasMore ? list[list.GetArrayLength() - 1].Get("id").Text() : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"v1/payment_intents/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) =>
        Payment(response.Get("id").Text(), StripeObject.Amount("payment_intent", response), response.Get("status"));
}
