using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Adyen;

/// <summary>The payment state that follows from an item's event code and success.</summary>
/// <remarks>A capture, refund or cancellation that Adyen refused leaves the payment as it was.</remarks>
/// <seealso href="https://docs.adyen.com/development-resources/webhooks/webhook-types/"/>
internal static class AdyenState
{
    public static PaymentState? Of(string type, string success, JsonElement fields) => (type, success) switch
    {
        ("PENDING", "true") => PaymentState.Pending,
        ("AUTHORISATION", "true") => PaymentState.Authorized,
        ("AUTHORISATION", "false") or ("CAPTURE_FAILED", _) => PaymentState.Failed,
        ("OFFER_CLOSED" or "EXPIRE", "true") => PaymentState.Expired,
        ("CANCELLATION" or "TECHNICAL_CANCEL", "true") => PaymentState.Canceled,
        ("CANCEL_OR_REFUND", "true") => fields.Get("additionalData").Get("modification.action").Text() switch
        {
            "cancel" => PaymentState.Canceled,
            "refund" => PaymentState.Refunded,
            _ => null,
        },
        ("CAPTURE", "true") => PaymentState.Succeeded,
        ("REFUND", "true") => PaymentState.Refunded,

        // Said to be refunded before; the money came back.
        ("REFUND_FAILED" or "REFUNDED_REVERSED", "true") => PaymentState.Succeeded,
        ("REQUEST_FOR_INFORMATION" or "NOTIFICATION_OF_CHARGEBACK", "true") => PaymentState.Disputed,
        ("CHARGEBACK" or "SECOND_CHARGEBACK" or "PREARBITRATION_LOST", "true") => PaymentState.ChargedBack,
        ("CHARGEBACK_REVERSED" or "PREARBITRATION_WON", "true") => PaymentState.Succeeded,
        _ => null,
    };
}
