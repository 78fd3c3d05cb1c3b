using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Checkout;

/// <summary>The payment state that Checkout.com's events report. A declined capture, void or refund does not change the state.</summary>
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
        "payment_refunded" => RefundState.StateOf(
            data.Get("balances").Get("total_refunded").Scalar(), data.Get("balances").Get("total_captured").Scalar()),
        "payment_returned" => PaymentState.ChargedBack,

        // Checkout.com resolved the dispute itself, because the payment had been refunded.
        "dispute_resolved" => PaymentState.Refunded,
        "dispute_won" or "dispute_canceled" or "dispute_arbitration_won" => PaymentState.Succeeded,
        "dispute_lost" or "dispute_accepted" or "dispute_expired" or "dispute_arbitration_lost" => PaymentState.ChargedBack,
        _ when type.StartsWith("dispute_", StringComparison.Ordinal) => PaymentState.Disputed,
        _ => null,
    };
}
