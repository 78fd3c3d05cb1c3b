namespace Payshift.Samples;

/// <summary>Paddle Billing's transactions: amounts are minor units as text, and the signature covers the time of sending.</summary>
/// <seealso href="https://developer.paddle.com/webhooks/transactions/transaction-completed"/>
internal sealed class PaddleSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "paddle";

    public override IReadOnlyList<string> EventTypes { get; } = ["transaction.completed", "transaction.paid", "transaction.payment_failed"];

    protected override string Currency => "USD";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Lower("evt_", 26);
        var reference = sample.Reference ?? Ids.Lower("txn_", 26);
        return new SampleContent(
            $$"""
            {
              "event_id": {{Text(eventId)}},
              "event_type": {{Text(sample.Type)}},
              "occurred_at": {{Text(Timestamp(sample.Time))}},
              "notification_id": {{Text(Ids.Lower("ntf_", 26))}},
              "data": {
                "id": {{Text(reference)}},
                "status": {{(sample.Type == "transaction.payment_failed" ? "\"past_due\"" : "\"completed\"")}},
                "customer_id": {{Text(Ids.Lower("ctm_", 26))}},
                "currency_code": {{Text(sample.Amount.Currency)}},
                "details": {
                  "totals": {
                    "subtotal": {{Text(Minor(sample))}},
                    "tax": "0",
                    "total": {{Text(Minor(sample))}},
                    "grand_total": {{Text(Minor(sample))}},
                    "currency_code": {{Text(sample.Amount.Currency)}}
                  }
                },
                "payments": [{ "amount": {{Text(Minor(sample))}}, "status": "captured", "method_details": { "type": {{Text(sample.Method)}} } }],
                "created_at": {{Text(Timestamp(sample.Time.AddSeconds(-20)))}},
                "updated_at": {{Text(Timestamp(sample.Time))}}
              }
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        var timestamp = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers["Paddle-Signature"] = $"ts={timestamp};h1={HexHmacSha256(request.Secret, [.. Encoding.UTF8.GetBytes(timestamp), (byte)':', .. body])}";
    }

    private static string Minor(SampleEvent sample) => sample.Amount.MinorUnits.ToString(CultureInfo.InvariantCulture);
}
