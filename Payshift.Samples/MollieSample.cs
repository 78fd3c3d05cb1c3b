namespace Payshift.Samples;

/// <summary>Mollie's next-gen events, which are signed. Classic ones contain only an id, to look up with Mollie's API.</summary>
/// <seealso href="https://docs.mollie.com/reference/webhooks-new"/>
internal sealed class MollieSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "mollie";

    public override IReadOnlyList<string> EventTypes { get; } = ["payment-link.paid", "sales-invoice.paid"];

    protected override string Currency => "EUR";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Token("event_", 21);
        var resource = sample.Type[..sample.Type.IndexOf('.', StringComparison.Ordinal)];
        var reference = sample.Reference ?? Ids.Token("pl_", 21);
        return new SampleContent(
            $$"""
            {
              "resource": "event",
              "id": {{Text(eventId)}},
              "type": {{Text(sample.Type)}},
              "entityId": {{Text(reference)}},
              "createdAt": {{Text(Timestamp(sample.Time))}},
              "_embedded": {
                "entity": {
                  "resource": {{Text(resource)}},
                  "id": {{Text(reference)}},
                  "mode": "test",
                  "description": "An order",
                  "amount": { "currency": {{Text(sample.Amount.Currency)}}, "value": {{Text(Major(sample.Amount))}} },
                  "method": {{Text(sample.Method)}},
                  "profileId": {{Text(Ids.Token("pfl_", 10))}},
                  "createdAt": {{Text(Timestamp(sample.Time.AddMinutes(-5)))}},
                  "paidAt": {{Text(Timestamp(sample.Time))}}
                }
              },
              "_links": { "self": { "href": {{Text($"https://api.mollie.com/v2/events/{eventId}")}}, "type": "application/hal+json" } }
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["X-Mollie-Signature"] = "sha256=" + HexHmacSha256(request.Secret, body);
}
