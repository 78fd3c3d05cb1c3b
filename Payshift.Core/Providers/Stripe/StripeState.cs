using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Stripe;

/// <summary>The payment state that Stripe's events report.</summary>
/// <seealso href="https://docs.stripe.com/api/events/types"/>
internal static class StripeState
{
    // The prefix of a snapshot event's type in thin events.
    private const string ThinPrefix = "v1.";

    /// <param name="subject">The event's <c>data.object</c>, absent in a thin event.</param>
    public static PaymentState? Of(string type, JsonElement subject) =>
        (type.StartsWith(ThinPrefix, StringComparison.Ordinal) ? type[ThinPrefix.Length..] : type) switch
        {
            "payment_intent.created" or "payment_intent.processing" or "payment_intent.requires_action"
                or "payment_intent.partially_funded" or "charge.pending"
                or "invoice.created" or "invoice.finalized" or "invoice.payment_action_required" => PaymentState.Pending,

            "payment_intent.amount_capturable_updated" => PaymentState.Authorized,
            "charge.succeeded" => subject.Get("captured").ValueKind == JsonValueKind.False ? PaymentState.Authorized : PaymentState.Succeeded,

            "payment_intent.payment_failed" or "charge.failed" or "checkout.session.async_payment_failed"
                or "invoice.payment_failed" => PaymentState.Failed,
            "charge.expired" or "checkout.session.expired" => PaymentState.Expired,
            "payment_intent.canceled" or "invoice.voided" => PaymentState.Canceled,

            "payment_intent.succeeded" or "charge.captured" or "checkout.session.async_payment_succeeded"
                or "invoice.paid" or "invoice.payment_succeeded" or "invoice_payment.paid" => PaymentState.Succeeded,

            // A session that is complete but not paid says less than its payment intent.
            "checkout.session.completed" when subject.Get("payment_status").Text() == "paid" => PaymentState.Succeeded,

            "charge.refunded" => subject.Get("refunded").ValueKind == JsonValueKind.False ? PaymentState.PartiallyRefunded : PaymentState.Refunded,

            // The charge was reported as refunded before; the money was returned.
            "refund.failed" => PaymentState.Succeeded,
            "charge.refund.updated" or "refund.updated" when subject.Get("status").Text() == "failed" => PaymentState.Succeeded,

            var other when other.StartsWith("charge.dispute.", StringComparison.Ordinal) => Dispute(other, subject.Get("status").Text()),
            _ => null,
        };

    private static PaymentState Dispute(string type, string? status) => (type, status) switch
    {
        (_, "won" or "warning_closed" or "prevented") or ("charge.dispute.funds_reinstated", _) => PaymentState.Succeeded,
        (_, "lost") => PaymentState.ChargedBack,
        _ => PaymentState.Disputed,
    };
}
