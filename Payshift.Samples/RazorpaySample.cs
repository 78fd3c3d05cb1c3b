namespace Payshift.Samples;

/// <summary>Razorpay's events. The body has no id of its own and is identified by its bytes.</summary>
/// <seealso href="https://razorpay.com/docs/webhooks/payloads/payments/"/>
internal sealed class RazorpaySample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "razorpay";

    public override IReadOnlyList<string> EventTypes { get; } = ["payment.captured", "payment.authorized", "payment.failed", "refund.processed"];

    protected override string Currency => "INR";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Token("pay_", 14);
        var isRefund = sample.Type == "refund.processed";
        return new SampleContent(
            $$"""
            {
              "entity": "event",
              "account_id": {{Text(Ids.Token("acc_", 14))}},
              "event": {{Text(sample.Type)}},
              "contains": {{(isRefund ? """["refund", "payment"]""" : """["payment"]""")}},
              "payload": {
                {{(isRefund ? Refund(sample, reference) + "," : "")}}
                "payment": {
                  "entity": {
                    "id": {{Text(reference)}},
                    "entity": "payment",
                    "amount": {{sample.Amount.MinorUnits}},
                    "currency": {{Text(sample.Amount.Currency)}},
                    "status": {{Text(isRefund ? "refunded" : sample.Type["payment.".Length..])}},
                    "order_id": {{Text(Ids.Token("order_", 14))}},
                    "invoice_id": null,
                    "international": false,
                    "method": {{Text(sample.Method)}},
                    "amount_refunded": {{(isRefund ? sample.Amount.MinorUnits : 0)}},
                    "captured": {{(sample.Type == "payment.captured" || isRefund ? "true" : "false")}},
                    "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
                    "contact": "+910000000000",
                    "notes": [],
                    "acquirer_data": { "auth_code": {{Text(Ids.Digits(6))}} },
                    "created_at": {{sample.Time.AddSeconds(-20).ToUnixTimeSeconds()}}
                  }
                }
              },
              "created_at": {{sample.Time.ToUnixTimeSeconds()}}
            }
            """,
            EventId: null,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        headers["X-Razorpay-Signature"] = HexHmacSha256(request.Secret, body);
        headers["x-razorpay-event-id"] = Ids.Token("", 14);
    }

    private string Refund(SampleEvent sample, string reference) =>
        $$"""
        "refund": {
          "entity": {
            "id": {{Text(Ids.Token("rfnd_", 14))}},
            "entity": "refund",
            "amount": {{sample.Amount.MinorUnits}},
            "currency": {{Text(sample.Amount.Currency)}},
            "payment_id": {{Text(reference)}},
            "status": "processed",
            "created_at": {{sample.Time.ToUnixTimeSeconds()}}
          }
        }
        """;
}
