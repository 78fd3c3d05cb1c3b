using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// GoCardless: payments one by one. Its events state neither the amount nor the payment's time, which is days before its
/// confirmation, so that no list by time contains a batch's payments.
/// </summary>
/// <seealso href="https://developer.gocardless.com/api-reference/#payments-get-a-single-payment"/>
internal sealed class GoCardlessVerifier : PaymentVerifier
{
    private static readonly string[] Confirmed = ["confirmed", "paid_out"];
    private static readonly string[] PaidOut = ["paid_out"];

    public override string Provider => "gocardless";

    public override Uri LiveApi { get; } = new("https://api.gocardless.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var statuses = webhook.EventType switch
        {
            "payments.confirmed" => Confirmed,
            "payments.paid_out" => PaidOut,
            _ => null,
        };
        return statuses is not null && body.Get("links").Get("payment").Text() is { } id
            ? new PaymentClaim(id, webhook.EventTime, null, statuses) { IsAmountStated = false }
            : null;
    }

    public override string SinglePath(PaymentClaim claim) => $"payments/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response)
    {
        var payment = response.Get("payments");
        return Payment(
            payment.Get("id").Text(),
            Money.FromMinor(payment.Get("amount").Scalar(), payment.Get("currency").Text(), CurrencyExponents.Iso4217),
            payment.Get("status"));
    }

    public override void Authorize(HttpRequestMessage request, string apiKey)
    {
        base.Authorize(request, apiKey);
        request.Headers.Add("GoCardless-Version", "2015-07-06");
    }
}
