using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Payshift.Samples;

/// <summary>
/// Adyen's payments webhooks: a list of items, each with its own signature in the body. A sample has one item.
/// </summary>
/// <seealso href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/"/>
internal sealed class AdyenSample(TimeProvider time, Random random) : SampleProvider(time, random)
{
    private const string Authorisation = "AUTHORISATION";

    public override string Name => "adyen";

    public override IReadOnlyList<string> EventTypes { get; } = [Authorisation, "CAPTURE", "REFUND", "CANCELLATION"];

    protected override string Currency => "EUR";

    /// <summary>Changes one of the signed fields, since the signature covers nothing else.</summary>
    public override SampleDelivery Tamper(SampleDelivery delivery)
    {
        var body = JsonNode.Parse(delivery.Body)!;
        Item(body)["merchantReference"] = "another";
        return delivery with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }

    protected override SampleContent Describe(SampleEvent sample)
    {
        var reference = sample.Reference ?? Ids.Lower("", 16).ToUpperInvariant();
        var isOriginal = sample.Type == Authorisation;
        var own = isOriginal ? reference : Ids.Lower("", 16).ToUpperInvariant();
        var success = sample.Succeeded ? "true" : "false";
        return new SampleContent(
            $$"""
            {
              "live": "false",
              "notificationItems": [
                {
                  "NotificationRequestItem": {
                    "additionalData": { "cardSummary": "7777", "expiryDate": "12/2030", "authCode": {{Text(Ids.Digits(6))}}, "hmacSignature": "" },
                    "amount": { "currency": {{Text(sample.Amount.Currency)}}, "value": {{sample.Amount.MinorUnits}} },
                    "eventCode": {{Text(sample.Type)}},
                    "eventDate": {{Text(Timestamp(sample.Time))}},
                    "merchantAccountCode": "SampleShop",
                    "merchantReference": {{Text("order-" + Ids.Digits(10))}},
                    {{(isOriginal ? "" : $"\"originalReference\": {Text(reference)},")}}
                    "paymentMethod": {{Text(sample.Method)}},
                    "pspReference": {{Text(own)}},
                    "reason": "",
                    "success": {{Text(success)}}
                  }
                }
              ]
            }
            """,
            $"{sample.Type}:{own}:{success}",
            reference);
    }

    protected override byte[] Encode(SampleContent content, SampleRequest request)
    {
        var body = JsonNode.Parse(content.Document)!;
        var item = Item(body);
        var signed = string.Join(
            ':',
            item["pspReference"],
            item["originalReference"],
            item["merchantAccountCode"],
            item["merchantReference"],
            item["amount"]!["value"]!.GetValue<long>().ToString(CultureInfo.InvariantCulture),
            item["amount"]!["currency"],
            item["eventCode"],
            item["success"]);
        item["additionalData"]!["hmacSignature"] = Convert.ToBase64String(
            HMACSHA256.HashData(Convert.FromHexString(request.Secret), Encoding.UTF8.GetBytes(signed)));
        return Compact(body.ToJsonString());
    }

    protected override void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt)
    {
        // The signature is in the body.
    }

    private static JsonNode Item(JsonNode body) => body["notificationItems"]![0]!["NotificationRequestItem"]!;
}
