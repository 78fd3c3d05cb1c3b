namespace Payshift.Samples;

/// <summary>
/// M-Pesa Express' callbacks, which are unsigned: the URL contains the secret. There is one for each payment. That of a
/// failed payment states neither time nor amount.
/// </summary>
/// <seealso href="https://developer.safaricom.co.ke/APIs/MpesaExpressSimulate"/>
internal sealed class MpesaSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    private const string Success = "stkCallback.0";

    private static readonly TimeSpan Nairobi = TimeSpan.FromHours(3);

    public override string Name => "mpesa";

    public override IReadOnlyList<string> EventTypes { get; } = [Success, "stkCallback.1032"];

    public override bool HasSeveralEvents => false;

    protected override string Currency => "KES";

    public override bool TellsTime(SampleDelivery delivery) => delivery.EventType == Success;

    /// <summary>Changes the URL, since no check finds a changed body.</summary>
    public override SampleDelivery Tamper(SampleDelivery delivery) => delivery with { PathSecret = delivery.PathSecret + "x" };

    protected override SampleContent Describe(SampleEvent sample)
    {
        var isPaid = sample.Type == Success;
        var id = $"ws_CO_{Ids.Digits(18)}";
        var reference = sample.Reference ?? Ids.Lower("", 10).ToUpperInvariant();
        var checkout = isPaid ? id : sample.Reference ?? id;
        return new SampleContent(
            $$"""
            {
              "Body": {
                "stkCallback": {
                  "MerchantRequestID": {{Text($"{Ids.Digits(5)}-{Ids.Digits(8)}-1")}},
                  "CheckoutRequestID": {{Text(checkout)}},
                  {{(isPaid ? Paid(sample, reference) : "\"ResultCode\": 1032, \"ResultDesc\": \"Request cancelled by user.\"")}}
                }
              }
            }
            """,
            checkout,
            isPaid ? reference : checkout);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        // The secret is in the URL.
    }

    protected override string? PathSecret(SampleRequest request) => request.Secret;

    private static string Paid(SampleEvent sample, string receipt) =>
        $$"""
        "ResultCode": 0,
        "ResultDesc": "The service request is processed successfully.",
        "CallbackMetadata": {
          "Item": [
            { "Name": "Amount", "Value": {{Major(sample.Amount)}} },
            { "Name": "MpesaReceiptNumber", "Value": {{Text(receipt)}} },
            { "Name": "TransactionDate", "Value": {{sample.Time.ToOffset(Nairobi).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}} },
            { "Name": "PhoneNumber", "Value": 254700000000 }
          ]
        }
        """;
}
