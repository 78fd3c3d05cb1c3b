using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>Paystack's events. They have no id of their own and are identified by type and <c>data.id</c>.</summary>
/// <seealso href="https://paystack.com/docs/payments/webhooks/"/>
internal sealed class PaystackSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "paystack";

    public override IReadOnlyList<string> EventTypes { get; } = ["charge.success", "transfer.success", "transfer.failed"];

    protected override string Currency => "NGN";

    protected override SampleContent Describe(SampleEvent sample)
    {
        // Unique among all deliveries of this and earlier runs, as Paystack's own ids are.
        var id = Ids.Number(1_000_000_000, 9_000_000_000_000);
        var reference = sample.Reference ?? Ids.Lower("", 16);
        var data = sample.Type == "charge.success" ? Charge(sample, id, reference) : Transfer(sample, id, reference);
        return new SampleContent(
            $$"""{ "event": {{Text(sample.Type)}}, "data": {{data}} }""",
            string.Create(CultureInfo.InvariantCulture, $"{sample.Type}:{id}"),
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["x-paystack-signature"] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(request.Secret), body));

    private string Charge(SampleEvent sample, long id, string reference) =>
        $$"""
        {
          "id": {{id}},
          "domain": "test",
          "status": "success",
          "reference": {{Text(reference)}},
          "amount": {{sample.Amount.MinorUnits}},
          "message": null,
          "gateway_response": "Approved",
          "paid_at": {{Text(Iso(sample.Time))}},
          "created_at": {{Text(Iso(sample.Time.AddSeconds(-20)))}},
          "channel": {{Text(sample.Method)}},
          "currency": {{Text(sample.Amount.Currency)}},
          "ip_address": "192.0.2.44",
          "metadata": { "order_id": {{Text(Ids.Digits(8))}}, "custom_fields": [] },
          "log": {
            "start_time": {{sample.Time.AddSeconds(-20).ToUnixTimeSeconds()}},
            "time_spent": 16,
            "attempts": 1,
            "errors": 0,
            "success": true,
            "mobile": false,
            "input": [],
            "history": [{ "type": "success", "message": "Successfully paid", "time": 16 }]
          },
          "fees": {{sample.Amount.MinorUnits * 15 / 1000}},
          "fees_split": null,
          "authorization": {
            "authorization_code": {{Text(Ids.Lower("AUTH_", 10))}},
            "bin": "408408",
            "last4": "4081",
            "exp_month": "12",
            "exp_year": "2030",
            "channel": {{Text(sample.Method)}},
            "card_type": "visa",
            "bank": "TEST BANK",
            "country_code": "NG",
            "brand": "visa",
            "reusable": true,
            "signature": {{Text(Ids.Token("SIG_", 20))}},
            "account_name": null
          },
          "customer": {
            "id": {{Ids.Number(10_000_000, 99_999_999)}},
            "first_name": "Ngozi",
            "last_name": "Okafor",
            "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
            "customer_code": {{Text(Ids.Lower("CUS_", 15))}},
            "phone": null,
            "metadata": null,
            "risk_action": "default",
            "international_format_phone": null
          },
          "plan": {},
          "subaccount": {},
          "split": {},
          "order_id": null,
          "requested_amount": {{sample.Amount.MinorUnits}},
          "pos_transaction_data": null,
          "source": { "type": "api", "source": "merchant_api", "entry_point": "transaction_initialize", "identifier": null }
        }
        """;

    private string Transfer(SampleEvent sample, long id, string reference) =>
        $$"""
        {
          "amount": {{sample.Amount.MinorUnits}},
          "createdAt": {{Text(Iso(sample.Time))}},
          "currency": {{Text(sample.Amount.Currency)}},
          "domain": "test",
          "failures": null,
          "id": {{id}},
          "integration": { "id": {{Ids.Number(100_000, 999_999)}}, "is_live": false, "business_name": "Sample shop" },
          "reason": "Refund of an order",
          "reference": {{Text(reference)}},
          "source": "balance",
          "source_details": null,
          "status": {{(sample.Type == "transfer.success" ? "\"success\"" : "\"failed\"")}},
          "titan_code": null,
          "transfer_code": {{Text(Ids.Lower("TRF_", 16))}},
          "transferred_at": null,
          "updatedAt": {{Text(Iso(sample.Time))}},
          "recipient": {
            "active": true,
            "createdAt": {{Text(Iso(sample.Time.AddDays(-30)))}},
            "currency": {{Text(sample.Amount.Currency)}},
            "description": null,
            "domain": "test",
            "email": null,
            "id": {{Ids.Number(10_000_000, 99_999_999)}},
            "metadata": null,
            "name": "Ngozi Okafor",
            "recipient_code": {{Text(Ids.Lower("RCP_", 15))}},
            "type": "nuban",
            "is_deleted": false,
            "details": { "authorization_code": null, "account_number": "0000000000", "account_name": null, "bank_code": "001", "bank_name": "Test Bank" }
          },
          "session": { "provider": null, "id": null },
          "fee_charged": 0,
          "gateway_response": null
        }
        """;

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
