using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Adyen;

/// <summary>The payment state that an item's event code and success report.</summary>
/// <remarks>A capture, refund or cancellation that Adyen refused does not change the state.</remarks>
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

        // The payment was reported as refunded before; the money was returned.
        ("REFUND_FAILED" or "REFUNDED_REVERSED", "true") => PaymentState.Succeeded,
        ("REQUEST_FOR_INFORMATION" or "NOTIFICATION_OF_CHARGEBACK", "true") => PaymentState.Disputed,
        ("CHARGEBACK" or "SECOND_CHARGEBACK" or "PREARBITRATION_LOST", "true") => PaymentState.ChargedBack,
        ("CHARGEBACK_REVERSED" or "PREARBITRATION_WON", "true") => PaymentState.Succeeded,
        _ => null,
    };
}
