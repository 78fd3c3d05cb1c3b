using System.Net.Http.Headers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Lemon Squeezy: orders one by one, as its list has no filter by time.</summary>
/// <seealso href="https://docs.lemonsqueezy.com/api/orders/retrieve-order"/>
internal sealed class LemonSqueezyVerifier : PaymentVerifier
{
    private static readonly string[] Paid = ["paid"];

    public override string Provider => "lemonsqueezy";

    public override Uri LiveApi { get; } = new("https://api.lemonsqueezy.com/");

    public override int CallsPerSecond => 4;

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) =>
        webhook.EventType == "order_created"
        && body.Get("data").Get("attributes").Get("status").Text() == Paid[0]
        && body.Get("data").Get("id").Scalar() is { } id
            ? new PaymentClaim(id, webhook.EventTime, webhook.Amount, Paid)
            : null;

    public override string SinglePath(PaymentClaim claim) => $"v1/orders/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response)
    {
        var attributes = response.Get("data").Get("attributes");
        return Payment(
            response.Get("data").Get("id").Scalar(),
            Money.FromMinor(attributes.Get("total").Scalar(), attributes.Get("currency").Text(), CurrencyExponents.Iso4217),
            attributes.Get("status"));
    }

    public override void Authorize(HttpRequestMessage request, string apiKey)
    {
        base.Authorize(request, apiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.api+json"));
    }
}
