using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Adyen;

/// <summary>One item of an Adyen payments delivery. It carries its own signature, which covers some of its fields.</summary>
/// <seealso href="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/"/>
internal readonly record struct AdyenItem(JsonElement Fields)
{
    /// <summary>The decimals of currencies, where Adyen's differ from ISO 4217.</summary>
    /// <seealso href="https://docs.adyen.com/development-resources/currency-codes/"/>
    public static readonly CurrencyExponents Exponents = CurrencyExponents.Iso4217.With(("CLP", 2), ("CVE", 0), ("IDR", 0), ("ISK", 2));

    /// <summary>A value that never occurs in signed content.</summary>
    private const string NoText = "\0";

    /// <returns>The items; empty if the body has no list of them.</returns>
    public static IEnumerable<AdyenItem> In(JsonElement body) =>
        body.Get("notificationItems") is { ValueKind: JsonValueKind.Array } items
            ? items.EnumerateArray().Select(item => new AdyenItem(item.Get("NotificationRequestItem")))
            : [];

    public SignatureResult Verify(ReadOnlySpan<byte[]> keys)
    {
        if (Fields.Get("additionalData").Get("hmacSignature").Text() is not { Length: <= SignatureLimits.MaxHeaderLength } signature)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        presented.AddBase64(signature);
        // Values are not escaped, so that a colon in one could shift the rest to the next field. Only the merchant's own
        // reference may contain colons. With none in other fields, the signed content can be read in one way only.
        var before = $"{Unbroken("pspReference")}:{Unbroken("originalReference")}:{Unbroken("merchantAccountCode")}:";
        var amount = Fields.Get("amount");
        var after = $":{Unbroken(amount, "value")}:{Unbroken(amount, "currency")}:{Unbroken("eventCode")}:{Unbroken("success")}";
        using var content = SignedContent.Of([], before, Exact("merchantReference"), after);
        var matches = false;
        foreach (var key in keys)
        {
            matches |= HmacSignature.Matches(HmacAlgorithm.Sha256, key, content.Span, presented);
        }

        return matches ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    public WebhookEvent Read(ReadOnlyMemory<byte> body)
    {
        var type = Fields.RequiredText("eventCode");
        var reference = Fields.RequiredText("pspReference");
        var success = Exact("success");
        var amount = Fields.Get("amount");
        var additional = Fields.Get("additionalData");
        return new WebhookEvent
        {
            EventId = EventIds.Of(type, reference, success),
            EventType = type,

            // Captures, refunds and chargebacks have their own references and refer to their payment as the original.
            PaymentReference = Fields.Get("originalReference").Text() ?? reference,
            PaymentMethod = Fields.Get("paymentMethod").Text()?.ToLowerInvariant(),
            Amount = Money.FromMinor(amount.Get("value").Scalar(), amount.Get("currency").Text(), Exponents),
            State = AdyenState.Of(type, success, Fields),
            OrderReference = Fields.Get("merchantReference").Text(),
            CustomerReference = additional.Get("shopperReference").Text() ?? additional.Get("recurring.shopperReference").Text(),
            Priority = Priority(type, success),
            EventTime = Fields.Get("eventDate").Iso(),
            Payload = Fields.Slice(body),
        };
    }

    private string Exact(string name) => Exact(Fields.Get(name));

    private string Unbroken(string name) => Unbroken(Fields, name);

    private static string Unbroken(JsonElement fields, string name) =>
        Exact(fields.Get(name)) is var value && value.Contains(':', StringComparison.Ordinal) ? NoText : value;

    /// <summary>Reads a value as it is signed: neither escaped nor trimmed, and empty if it is missing.</summary>
    private static string Exact(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString() ?? "",
                JsonValueKind.Number => element.GetRawText(),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // The text contains half a surrogate pair.
            return NoText;
        }
    }

    private static WebhookPriority Priority(string type, string success) => type switch
    {
        "AUTHORISATION" or "CAPTURE" when success == "true" => WebhookPriority.High,
        "REPORT_AVAILABLE" or "OFFER_CLOSED" or "RECURRING_CONTRACT" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
