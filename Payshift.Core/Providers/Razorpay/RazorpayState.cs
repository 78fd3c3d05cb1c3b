using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Razorpay;

/// <summary>The payment state that Razorpay's events report.</summary>
/// <seealso href="https://razorpay.com/docs/webhooks/payloads/"/>
internal static class RazorpayState
{
    public static PaymentState? Of(string type, JsonElement payment) => type switch
    {
        "payment.pending" => PaymentState.Pending,
        "payment.authorized" => PaymentState.Authorized,
        "payment.failed" => PaymentState.Failed,
        "payment_link.expired" or "invoice.expired" => PaymentState.Expired,
        "payment_link.cancelled" => PaymentState.Canceled,
        "payment.captured" or "order.paid" or "payment_link.paid" or "invoice.paid" or "qr_code.credited"
            or "virtual_account.credited" or "subscription.charged" => PaymentState.Succeeded,
        "refund.processed" => payment.Get("refund_status").Text() == "partial" ? PaymentState.PartiallyRefunded : PaymentState.Refunded,
        "payment.dispute.created" or "payment.dispute.under_review" or "payment.dispute.action_required" => PaymentState.Disputed,
        "payment.dispute.lost" => PaymentState.ChargedBack,

        // A dispute that is closed ended as an inquiry, before it became a chargeback.
        "payment.dispute.won" or "payment.dispute.closed" => PaymentState.Succeeded,
        _ => null,
    };
}
