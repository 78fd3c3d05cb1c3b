namespace Payshift.Samples;

/// <summary>Checkout.com's payment events: an HMAC over the body, amounts in minor units.</summary>
/// <seealso href="https://www.checkout.com/docs/developer-resources/webhooks/receive-webhooks"/>
internal sealed class CheckoutSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "checkout";

    public override IReadOnlyList<string> EventTypes { get; } = ["payment_captured", "payment_approved", "payment_declined", "payment_refunded"];

    protected override string Currency => "GBP";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Lower("evt_", 26);
        var reference = sample.Reference ?? Ids.Lower("pay_", 26);
        return new SampleContent(
            $$"""
            {
              "id": {{Text(eventId)}},
              "type": {{Text(sample.Type)}},
              "version": "1.0.29",
              "created_on": {{Text(Timestamp(sample.Time))}},
              "data": {
                "id": {{Text(reference)}},
                "action_id": {{Text(Ids.Lower("act_", 26))}},
                "reference": {{Text("ORD-" + Ids.Digits(8))}},
                "amount": {{sample.Amount.MinorUnits}},
                "currency": {{Text(sample.Amount.Currency)}},
                "response_code": {{(sample.Type == "payment_declined" ? "\"20005\"" : "\"10000\"")}},
                "response_summary": {{(sample.Type == "payment_declined" ? "\"Declined\"" : "\"Approved\"")}},
                "source": { "id": {{Text(Ids.Lower("src_", 26))}}, "type": {{Text(sample.Method)}} },
                "metadata": { "coupon_code": "NY2018" }
              },
              "_links": { "self": { "href": {{Text($"https://api.checkout.com/workflows/events/{eventId}")}} } }
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["Cko-Signature"] = HexHmacSha256(request.Secret, body);
}
