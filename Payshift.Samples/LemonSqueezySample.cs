namespace Payshift.Samples;

/// <summary>Lemon Squeezy's orders. The body has no id of its own and is identified by its bytes.</summary>
/// <seealso href="https://docs.lemonsqueezy.com/help/webhooks/example-payloads"/>
internal sealed class LemonSqueezySample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "lemonsqueezy";

    public override IReadOnlyList<string> EventTypes { get; } = ["order_created", "order_refunded"];

    protected override string Currency => "USD";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Number(1_000_000, 9_000_000_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var isRefund = sample.Type == "order_refunded";
        var created = isRefund ? sample.Time.AddHours(-1) : sample.Time;
        return new SampleContent(
            $$"""
            {
              "meta": { "test_mode": true, "event_name": {{Text(sample.Type)}}, "webhook_id": {{Text(Ids.Guid().ToString())}} },
              "data": {
                "type": "orders",
                "id": {{Text(reference)}},
                "attributes": {
                  "store_id": 1,
                  "customer_id": {{Ids.Number(1, 1_000_000)}},
                  "identifier": {{Text(Ids.Guid().ToString())}},
                  "order_number": {{Ids.Number(1, 1_000_000)}},
                  "user_name": "Amelia Duarte",
                  "user_email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
                  "currency": {{Text(sample.Amount.Currency)}},
                  "currency_rate": "1.0000",
                  "subtotal": {{sample.Amount.MinorUnits}},
                  "discount_total": 0,
                  "tax": 0,
                  "total": {{sample.Amount.MinorUnits}},
                  "status": {{(isRefund ? "\"refunded\"" : "\"paid\"")}},
                  "refunded": {{(isRefund ? "true" : "false")}},
                  "refunded_at": {{(isRefund ? Text(Timestamp(sample.Time)) : "null")}},
                  "created_at": {{Text(Timestamp(created))}},
                  "updated_at": {{Text(Timestamp(sample.Time))}}
                }
              }
            }
            """,
            EventId: null,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["X-Signature"] = HexHmacSha256(request.Secret, body);
}
