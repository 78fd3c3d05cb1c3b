using System.Security;
using System.Security.Cryptography;

namespace Payshift.Samples;

/// <summary>
/// Braintree's transactions: a form with an XML document and its signature by a key pair, whose public key the request
/// has to state. The document has no id of its own and is identified by its bytes.
/// </summary>
/// <seealso href="https://developer.paypal.com/braintree/docs/guides/webhooks/parse/dotnet"/>
internal sealed class BraintreeSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    public override string Name => "braintree";

    public override IReadOnlyList<string> EventTypes { get; } = ["transaction_settled", "transaction_settlement_declined", "transaction_disbursed"];

    protected override string Currency => "USD";

    protected override string ContentType => "application/x-www-form-urlencoded";

    /// <summary>Changes the signature, since text appended to the form would not be part of it.</summary>
    public override SampleDelivery Tamper(SampleDelivery delivery)
    {
        var end = Array.IndexOf(delivery.Body, (byte)'&') - 1;
        var body = delivery.Body.ToArray();
        body[end] = body[end] == (byte)'0' ? (byte)'1' : (byte)'0';
        return delivery with { Body = body };
    }

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Lower("", 12);
        var document =
            $"""
            <notification>
              <timestamp type="datetime">{Timestamp(sample.Time)}</timestamp>
              <kind>{sample.Type}</kind>
              <subject>
                <transaction>
                  <id>{SecurityElement.Escape(reference)}</id>
                  <status>{(sample.Type == "transaction_settlement_declined" ? "settlement_declined" : "settled")}</status>
                  <type>sale</type>
                  <currency-iso-code>{sample.Amount.Currency}</currency-iso-code>
                  <amount>{Major(sample.Amount)}</amount>
                  <order-id>{Ids.Digits(10)}</order-id>
                  <merchant-account-id>sample_shop</merchant-account-id>
                  <payment-instrument-type>{sample.Method}</payment-instrument-type>
                </transaction>
              </subject>
            </notification>
            """;
        return new SampleContent(document, IdOf(sample.Type, Encoding.UTF8.GetBytes(document)), reference);
    }

    protected override byte[] Encode(SampleContent content, SampleRequest request)
    {
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(content.Document), Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\n") + "\n";
#pragma warning disable CA5350 // Braintree requires SHA-1, which is not broken as an HMAC.
        var key = SHA1.HashData(Encoding.UTF8.GetBytes(request.Secret));
        var signature = Convert.ToHexStringLower(HMACSHA1.HashData(key, Encoding.ASCII.GetBytes(payload)));
#pragma warning restore CA5350
        return Encoding.ASCII.GetBytes(
            $"bt_signature={Uri.EscapeDataString($"{request.PublicKey}|{signature}")}&bt_payload={Uri.EscapeDataString(payload)}");
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        // The signature is in the body.
    }
}
