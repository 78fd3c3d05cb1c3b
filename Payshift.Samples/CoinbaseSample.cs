namespace Payshift.Samples;

/// <summary>Coinbase Commerce's charges: the event is inside the delivery, which has an id of its own.</summary>
/// <seealso href="https://docs.cdp.coinbase.com/commerce/webhooks-overview"/>
internal sealed class CoinbaseSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "coinbase";

    public override IReadOnlyList<string> EventTypes { get; } = ["charge:confirmed", "charge:created", "charge:pending", "charge:failed"];

    protected override string Currency => "USD";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Guid().ToString();
        var reference = sample.Reference ?? Ids.Lower("", 8).ToUpperInvariant();
        return new SampleContent(
            $$"""
            {
              "id": {{Text(Ids.Guid().ToString())}},
              "scheduled_for": {{Text(Timestamp(sample.Time))}},
              "attempt_number": 1,
              "event": {
                "id": {{Text(eventId)}},
                "type": {{Text(sample.Type)}},
                "api_version": "2018-03-22",
                "created_at": {{Text(Timestamp(sample.Time))}},
                "data": {
                  "code": {{Text(reference)}},
                  "name": "Sample shop",
                  "description": "An order",
                  "created_at": {{Text(Timestamp(sample.Time.AddMinutes(-5)))}},
                  "pricing_type": "fixed_price",
                  "pricing": { "local": { "amount": {{Text(Major(sample.Amount))}}, "currency": {{Text(sample.Amount.Currency)}} } },
                  "payments": [{ "network": {{Text(sample.Method)}}, "transaction_id": {{Text("0x" + Ids.Hex(64))}}, "status": "CONFIRMED" }],
                  "metadata": {}
                }
              }
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["X-CC-Webhook-Signature"] = HexHmacSha256(request.Secret, body);
}
