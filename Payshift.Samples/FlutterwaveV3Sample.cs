namespace Payshift.Samples;

/// <summary>
/// Flutterwave's v3 events. The header repeats the secret hash and does not cover the body. Amounts are in major units.
/// </summary>
/// <seealso href="https://developer.flutterwave.com/v3.0/docs/webhooks"/>
internal sealed class FlutterwaveV3Sample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    private const string Header = "verif-hash";

    public override string Name => "flutterwave-v3";

    public override string Provider => "flutterwave";

    public override IReadOnlyList<string> EventTypes { get; } = ["charge.completed", "transfer.completed"];

    protected override string Currency => "NGN";

    /// <summary>Changes the hash, since this scheme does not find a changed body.</summary>
    public override SampleDelivery Tamper(SampleDelivery delivery) => delivery with
    {
        Headers = new Dictionary<string, string>(delivery.Headers, StringComparer.OrdinalIgnoreCase) { [Header] = delivery.Headers[Header] + "x" },
    };

    protected override SampleContent Describe(SampleEvent sample)
    {
        var id = Ids.Number(1_000_000_000, 9_000_000_000_000);
        var reference = sample.Reference ?? Ids.Lower("order-", 12);
        var charge = sample.Type == "charge.completed";
        var status = (charge, sample.Succeeded) switch
        {
            (true, true) => "successful",
            (true, false) => "failed",
            (false, true) => "SUCCESSFUL",
            (false, false) => "FAILED",
        };

        return new SampleContent(
            charge ? Charge(sample, id, reference, status) : Transfer(sample, id, reference, status),
            string.Create(CultureInfo.InvariantCulture, $"{sample.Type}:{id}:{status}"),
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers[Header] = request.Secret;

    private string Charge(SampleEvent sample, long id, string reference, string status) =>
        $$"""
        {
          "event": "charge.completed",
          "data": {
            "id": {{id}},
            "tx_ref": {{Text(reference)}},
            "flw_ref": {{Text("FLW-MOCK-" + Ids.Hex(32))}},
            "device_fingerprint": {{Text(Ids.Hex(32))}},
            "amount": {{Major(sample)}},
            "currency": {{Text(sample.Amount.Currency)}},
            "charged_amount": {{Major(sample)}},
            "app_fee": {{(sample.Amount.Major * 0.014m).ToString("0.##", CultureInfo.InvariantCulture)}},
            "merchant_fee": 0,
            "processor_response": {{(sample.Succeeded ? "\"Approved by Financial Institution\"" : "\"Transaction declined\"")}},
            "auth_model": "PIN",
            "ip": "192.0.2.71",
            "narration": "Sample shop",
            "status": {{Text(status)}},
            "payment_type": {{Text(sample.Method)}},
            "created_at": {{Text(Iso(sample.Time))}},
            "account_id": {{Ids.Number(10_000, 99_999)}},
            "customer": {
              "id": {{Ids.Number(100_000_000, 999_999_999)}},
              "name": "Ngozi Okafor",
              "phone_number": null,
              "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}},
              "created_at": {{Text(Iso(sample.Time.AddDays(-30)))}}
            },
            "card": {
              "first_6digits": "553188",
              "last_4digits": "2950",
              "issuer": "MASTERCARD TEST BANK",
              "country": "NG",
              "type": "MASTERCARD",
              "expiry": "09/32"
            }
          },
          "event.type": {{Text(sample.Method.ToUpperInvariant() + "_TRANSACTION")}}
        }
        """;

    private static string Transfer(SampleEvent sample, long id, string reference, string status) =>
        $$"""
        {
          "event": "transfer.completed",
          "event.type": "Transfer",
          "data": {
            "id": {{id}},
            "account_number": "0000000000",
            "bank_name": "TEST BANK",
            "bank_code": "044",
            "fullname": "Ngozi Okafor",
            "created_at": {{Text(Iso(sample.Time))}},
            "currency": {{Text(sample.Amount.Currency)}},
            "debit_currency": {{Text(sample.Amount.Currency)}},
            "amount": {{Major(sample)}},
            "fee": 10.75,
            "status": {{Text(status)}},
            "reference": {{Text(reference)}},
            "meta": null,
            "narration": "Payout of the sample shop",
            "approver": null,
            "complete_message": "Transaction was successful",
            "requires_approval": 0,
            "is_approved": 1
          }
        }
        """;

    private static string Major(SampleEvent sample) => sample.Amount.Major.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
