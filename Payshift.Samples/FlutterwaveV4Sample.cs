using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>Flutterwave's v4 events: an id of their own, an HMAC over the body, amounts in major units.</summary>
/// <seealso href="https://developer.flutterwave.com/docs/webhooks"/>
internal sealed class FlutterwaveV4Sample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "flutterwave-v4";

    public override string Provider => "flutterwave";

    public override IReadOnlyList<string> EventTypes { get; } = ["charge.completed", "transfer.disburse"];

    protected override string Currency => "GHS";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var eventId = Ids.Token("wbk_", 20);
        var reference = sample.Reference ?? Ids.Guid().ToString();
        var data = sample.Type == "charge.completed" ? Charge(sample, reference) : Transfer(sample, reference);
        return new SampleContent(
            $$"""
            {
              "webhook_id": {{Text(eventId)}},
              "timestamp": {{sample.Time.ToUnixTimeMilliseconds()}},
              "type": {{Text(sample.Type)}},
              "data": {{data}}
            }
            """,
            eventId,
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["flutterwave-signature"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(request.Secret), body));

    private string Charge(SampleEvent sample, string reference) =>
        $$"""
        {
          "id": {{Text(Ids.Token("chg_", 10))}},
          "amount": {{Major(sample)}},
          "currency": {{Text(sample.Amount.Currency)}},
          "customer": {
            "id": {{Text(Ids.Token("cus_", 10))}},
            "address": { "city": "Accra", "country": "GH", "line1": "12 Ring Road", "line2": "", "postal_code": "00233", "state": "Greater Accra" },
            "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
            "name": { "first": "Ama", "middle": null, "last": "Mensah" },
            "phone": { "country_code": "233", "number": "200000000" },
            "meta": {},
            "created_datetime": {{Text(Iso(sample.Time.AddDays(-30)))}}
          },
          "description": null,
          "meta": {},
          "payment_method": {
            "type": {{Text(sample.Method)}},
            {{Text(sample.Method)}}: { "network": "MTN", "country_code": "233", "phone_number": "200000000" },
            "id": {{Text(Ids.Token("pmd_", 10))}},
            "customer_id": null,
            "meta": {},
            "device_fingerprint": null,
            "client_ip": null,
            "created_datetime": {{Text(Iso(sample.Time.AddSeconds(-20)))}}
          },
          "redirect_url": null,
          "reference": {{Text(reference)}},
          "status": {{(sample.Succeeded ? "\"succeeded\"" : "\"failed\"")}},
          "processor_response": { "type": {{(sample.Succeeded ? "\"approved\"" : "\"declined\"")}}, "code": {{(sample.Succeeded ? "\"00\"" : "\"05\"")}} },
          "created_datetime": {{Text(Iso(sample.Time.AddSeconds(-20)))}}
        }
        """;

    private string Transfer(SampleEvent sample, string reference) =>
        $$"""
        {
          "id": {{Text(Ids.Token("trf_", 10))}},
          "type": "bank",
          "action": "instant",
          "reference": {{Text(reference)}},
          "status": {{(sample.Succeeded ? "\"SUCCESSFUL\"" : "\"FAILED\"")}},
          "narration": "Payout of the sample shop",
          "source_currency": {{Text(sample.Amount.Currency)}},
          "destination_currency": {{Text(sample.Amount.Currency)}},
          "amount": { "value": {{Major(sample)}}, "applies_to": "destination_currency" },
          "fee": { "currency": {{Text(sample.Amount.Currency)}}, "value": 10.75 },
          "recipient": { "type": "bank", "bank": { "account_number": "0000000000", "code": "044" }, "name": { "first": "Ama", "middle": null, "last": "Mensah" } },
          "meta": {},
          "created_datetime": {{Text(Iso(sample.Time.AddSeconds(-20)))}}
        }
        """;

    private static string Major(SampleEvent sample) => sample.Amount.Major.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
