using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>Monnify's events: no id of their own, amounts in major units, times in the time zone of Lagos.</summary>
/// <seealso href="https://developers.monnify.com/docs/webhooks"/>
internal sealed class MonnifySample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    private static readonly TimeSpan Lagos = TimeSpan.FromHours(1);

    public override string Name => "monnify";

    public override IReadOnlyList<string> EventTypes { get; } = ["SUCCESSFUL_TRANSACTION", "SUCCESSFUL_REFUND", "FAILED_REFUND"];

    protected override string Currency => "NGN";

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Lower("order-", 16);
        var own = $"MNFY|{Ids.Digits(2)}|{Ids.Digits(14)}|{Ids.Digits(6)}";
        var isPayment = sample.Type == "SUCCESSFUL_TRANSACTION";
        var when = sample.Time.ToOffset(Lagos).ToString("dd/MM/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        return new SampleContent(
            $$"""
            {
              "eventType": {{Text(sample.Type)}},
              "eventData": {
                "paymentReference": {{Text(reference)}},
                "paymentMethod": {{Text(sample.Method)}},
                "currency": {{Text(sample.Amount.Currency)}},
                "customer": { "name": "Ngozi Okafor", "email": {{Text(Ids.Lower("customer.", 8) + "@example.com")}} },
                {{(isPayment
                    ? $"\"transactionReference\": {Text(own)}, \"amountPaid\": {Major(sample.Amount)}, \"totalPayable\": {Major(sample.Amount)}, \"paymentStatus\": \"PAID\", \"paidOn\": {Text(when)}"
                    : $"\"refundReference\": {Text(own)}, \"refundAmount\": {Major(sample.Amount)}, \"refundStatus\": \"COMPLETED\", \"completedOn\": {Text(when)}")}}
              }
            }
            """,
            $"{sample.Type}:{own}",
            reference);
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt) =>
        headers["monnify-signature"] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(request.Secret), body));
}
