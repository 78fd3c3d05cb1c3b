using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Checkout;

/// <summary>
/// The payment states that follow from Checkout.com's events. A capture, void or refund that was declined leaves it as it was.
/// </summary>
/// <seealso href="https://www.checkout.com/docs/developer-resources/event-notifications/event-types"/>
internal static class CheckoutState
{
    public static PaymentState? Of(string type, JsonElement data) => type switch
    {
        "payment_pending" => PaymentState.Pending,
        "payment_approved" => PaymentState.Authorized,
        "payment_declined" => PaymentState.Failed,
        "payment_expired" => PaymentState.Expired,
        "payment_voided" or "payment_canceled" => PaymentState.Canceled,
        "payment_captured" => PaymentState.Succeeded,
        "payment_refunded" => RefundedPart.StateOf(
            data.Get("balances").Get("total_refunded").Scalar(), data.Get("balances").Get("total_captured").Scalar()),
        "payment_returned" => PaymentState.ChargedBack,

        // Resolved by Checkout.com itself, because the payment had been refunded.
        "dispute_resolved" => PaymentState.Refunded,
        "dispute_won" or "dispute_canceled" or "dispute_arbitration_won" => PaymentState.Succeeded,
        "dispute_lost" or "dispute_accepted" or "dispute_expired" or "dispute_arbitration_lost" => PaymentState.ChargedBack,
        _ when type.StartsWith("dispute_", StringComparison.Ordinal) => PaymentState.Disputed,
        _ => null,
    };
}
