namespace Payshift.Samples;

/// <summary>GoCardless' events. A delivery has a list of them, a sample one. They state no amount.</summary>
/// <seealso href="https://developer.gocardless.com/api-reference/#appendix-webhooks"/>
internal sealed class GoCardlessSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "gocardless";

    /// <summary>The event types: resource and action, joined by a dot.</summary>
    public override IReadOnlyList<string> EventTypes { get; } = ["payments.confirmed", "payments.submitted", "payments.failed", "payments.paid_out"];

    protected override string Currency => "GBP";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = "EV" + Ids.Lower("", 12).ToUpperInvariant();
        var reference = sample.Reference ?? "PM" + Ids.Lower("", 12).ToUpperInvariant();
        var dot = sample.Type.IndexOf('.', StringComparison.Ordinal);
        var (resource, action) = (sample.Type[..dot], sample.Type[(dot + 1)..]);
        return new SampleContent(
            $$"""
            {
              "events": [
                {
                  "id": {{Text(eventId)}},
                  "created_at": {{Text(Timestamp(sample.Time))}},
                  "resource_type": {{Text(resource)}},
                  "action": {{Text(action)}},
                  "links": { "payment": {{Text(reference)}} },
                  "details": {
                    "origin": "gocardless",
                    "cause": {{Text($"payment_{action}")}},
                    "scheme": {{Text(sample.Method)}},
                    "description": "An event of a payment."
                  },
                  "metadata": {}
                }
              ],
              "meta": { "webhook_id": {{Text("WB" + Ids.Lower("", 12).ToUpperInvariant())}} }
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["Webhook-Signature"] = HexHmacSha256(request.Secret, body);
}
