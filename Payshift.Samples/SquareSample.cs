using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>Square's payments and refunds. The signature covers the notification URL, which the request has to state.</summary>
/// <seealso href="https://developer.squareup.com/docs/webhooks/v2webhook-events-tech-ref"/>
internal sealed class SquareSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "square";

    public override IReadOnlyList<string> EventTypes { get; } = ["payment.updated", "payment.created", "refund.updated"];

    protected override string Currency => "USD";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Guid().ToString();
        var reference = sample.Reference ?? Ids.Token("", 29);
        var isRefund = sample.Type == "refund.updated";
        return new SampleContent(
            $$"""
            {
              "merchant_id": {{Text(Ids.Lower("", 13).ToUpperInvariant())}},
              "type": {{Text(sample.Type)}},
              "event_id": {{Text(eventId)}},
              "created_at": {{Text(Timestamp(sample.Time))}},
              "data": {{(isRefund ? Refund(sample, reference) : Payment(sample, reference))}}
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(request.NotificationUrl ?? ""), .. body];
        headers["x-square-hmacsha256-signature"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(request.Secret), signed));
    }

    private string Payment(SampleEvent sample, string reference) =>
        $$"""
        {
          "type": "payment",
          "id": {{Text(reference)}},
          "object": {
            "payment": {
              "id": {{Text(reference)}},
              "amount_money": {{Money(sample)}},
              "total_money": {{Money(sample)}},
              "source_type": {{Text(sample.Method.ToUpperInvariant())}},
              "status": {{(sample.Succeeded ? "\"COMPLETED\"" : "\"FAILED\"")}},
              "location_id": {{Text(Ids.Lower("", 13).ToUpperInvariant())}},
              "order_id": {{Text(Ids.Token("", 29))}},
              "created_at": {{Text(Timestamp(sample.Time.AddSeconds(-20)))}},
              "updated_at": {{Text(Timestamp(sample.Time))}}
            }
          }
        }
        """;

    private string Refund(SampleEvent sample, string reference)
    {
        var id = $"{reference}_{Ids.Token("", 40)}";
        return $$"""
            {
              "type": "refund",
              "id": {{Text(id)}},
              "object": {
                "refund": {
                  "id": {{Text(id)}},
                  "amount_money": {{Money(sample)}},
                  "payment_id": {{Text(reference)}},
                  "status": "COMPLETED",
                  "created_at": {{Text(Timestamp(sample.Time.AddSeconds(-20)))}},
                  "updated_at": {{Text(Timestamp(sample.Time))}}
                }
              }
            }
            """;
    }

    private static string Money(SampleEvent sample) => $$"""{ "amount": {{sample.Amount.MinorUnits}}, "currency": {{Text(sample.Amount.Currency)}} }""";
}
