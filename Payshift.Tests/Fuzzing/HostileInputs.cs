using CsCheck;
using Microsoft.Extensions.Primitives;

namespace Payshift.Tests.Fuzzing;

/// <summary>Deliveries of strangers: bodies and headers that speak the providers' words without their sense.</summary>
internal static class HostileInputs
{
    private static readonly string[] HeaderNames =
    [
        "stripe-signature", "x-paystack-signature", "flutterwave-signature", "verif-hash",
        "webhook-id", "webhook-timestamp", "svix-id", "svix-timestamp", "svix-signature",
        "cko-signature", "x-cc-webhook-signature", "x-razorpay-signature", "x-razorpay-event-id", "webhook-signature", "x-signature", "monnify-signature",
        "paddle-signature", "x-square-hmacsha256-signature", "hmacsignature",
        "x-mollie-signature", "paypal-transmission-id", "paypal-transmission-time", "paypal-transmission-sig", "paypal-cert-url", "paypal-auth-algo",
    ];

    private static readonly string[] Fields =
    [
        "id", "type", "event", "object", "data", "created", "created_at", "timestamp", "amount", "currency", "reference",
        "payment_intent", "charge", "payments", "payment_method_types", "status", "transaction", "metadata", "tx_ref",
        "created_datetime", "payment_method", "paid_at", "related_object", "plan", "events", "resource_type", "action", "links",
        "payload", "payment", "entity", "meta", "event_name", "attributes", "total", "eventType", "eventData", "paidOn", "amountPaid",
        "payment_id", "source", "pricing", "local", "created_on", "notificationItems", "NotificationRequestItem", "additionalData", "hmacSignature",
        "eventCode", "pspReference", "originalReference", "success", "value", "event_id", "event_type", "occurred_at", "details", "totals",
        "grand_total", "currency_code", "refund", "total_money", "category", "Body", "stkCallback", "CheckoutRequestID", "ResultCode",
        "CallbackMetadata", "Item", "Name", "Value", "entityId", "_embedded", "createdAt", "resource", "purchase_units", "payment_source",
        "supplementary_data", "related_ids", "create_time",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "-1e-400", "1.5", "99999999999999999999999999", "1e15", "-62135596801", "253402300800",
        "\"\"", "\" \"", "\"usd\"", "\"\\ud800\"", "\"charge\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"2026-01-01\"", "\"2026-13-45T00:00:00Z\"", "\"1e400\"", "[]", "{}", "[{}]", "[[]]", "[\"card\"]", "{\"\\ud800\":1}",
        "\"v2.core.event\"", "\"x\"",
    ];

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, inner) =>
        depth >= 4
            ? OneOf(Values)
            : Gen.Frequency(
                (1, OneOf(Values)),
                (2, Gen.Select(OneOf(Fields), inner).List[0, 8].Select(
                    fields => $"{{{string.Join(',', fields.Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}")),
                (1, inner.List[0, 3].Select(items => $"[{string.Join(',', items)}]"))));

    public static readonly Gen<WebhookDelivery> Deliveries = Gen.Select(
        Gen.OneOf(Json.Select(Encoding.UTF8.GetBytes), Gen.Byte.Array[0, 300]),
        Gen.Select(OneOf(HeaderNames), Gen.OneOf(Gen.String[0, 80], Gen.String["t=v1a,0123456789"], Gen.Const("1790000000"))).List[0, 8],
        (body, headers) => Providers.Deliveries.Of(
            body, [.. headers.DistinctBy(header => header.Item1).Select(header => (header.Item1, (StringValues)header.Item2))]));

    /// <summary>A body and the same with one byte changed.</summary>
    public static readonly Gen<(byte[] Body, byte[] Changed)> ChangedBytes = Gen.Select(
        Gen.Byte.Array[1, 300],
        Gen.Int[0, 299],
        Gen.Byte[1, 255],
        (body, at, flip) =>
        {
            var changed = body.ToArray();
            changed[at % body.Length] ^= flip;
            return (body, changed);
        });

    private static Gen<string> OneOf(string[] items) => Gen.Int[0, items.Length - 1].Select(index => items[index]);
}
