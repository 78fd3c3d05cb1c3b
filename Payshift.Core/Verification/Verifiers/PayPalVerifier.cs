using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.PayPal;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>PayPal: captures one by one. Its list of transactions is up to three hours late.</summary>
/// <seealso href="https://developer.paypal.com/docs/api/payments/v2/#captures_get"/>
internal sealed class PayPalVerifier : PaymentVerifier
{
    private static readonly string[] Completed = ["COMPLETED"];

    public override string Provider => "paypal";

    public override Uri LiveApi { get; } = new("https://api-m.paypal.com/");

    // The webhook's reference is the order; the capture has an id of its own.
    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body) =>
        webhook.EventType == "PAYMENT.CAPTURE.COMPLETED" && body.Get("resource").Get("id").Text() is { } id
            ? new PaymentClaim(id, webhook.EventTime, webhook.Amount, Completed)
            : null;

    public override string SinglePath(PaymentClaim claim) => $"v2/payments/captures/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) =>
        Payment(response.Get("id").Text(), PayPalResource.Amount(response), response.Get("status"));

    public override HttpRequestMessage TokenRequest(ProviderOptions options) => new(HttpMethod.Post, new Uri(Address(options), "v1/oauth2/token"))
    {
        Headers = { Authorization = Basic(Key(options)!) },
        Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]),
    };

    public override IEnumerable<string> Validate(ProviderOptions options) => ProblemsOfHalves(options, "client id", "client secret");
}
