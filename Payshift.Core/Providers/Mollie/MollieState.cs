using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Mollie;

/// <summary>The payment state that Mollie's events and payments report.</summary>
/// <seealso href="https://docs.mollie.com/docs/status-change"/>
internal static class MollieState
{
    /// <param name="entity">The payment or refund that the event is about.</param>
    public static PaymentState? Of(string type, JsonElement entity) => type switch
    {
        "payment.open" or "payment.pending" => PaymentState.Pending,
        "payment.authorized" => PaymentState.Authorized,
        "payment.failed" => PaymentState.Failed,
        "payment.expired" => PaymentState.Expired,
        "payment.canceled" => PaymentState.Canceled,

        // The status does not change when money is refunded.
        "payment.paid" when IsSome(entity.Get("amountChargedBack")) => PaymentState.ChargedBack,
        "payment.paid" when IsSome(entity.Get("amountRefunded")) => RefundState.StateOf(
            entity.Get("amountRefunded").Get("value").Scalar(), entity.Get("amount").Get("value").Scalar()),
        "payment.paid" or "payment-link.paid" => PaymentState.Succeeded,
        "refund.refunded" => PaymentState.Refunded,
        _ => null,
    };

    public static bool IsSome(JsonElement amount) => amount.Get("value").Scalar().AsSpan().ContainsAnyInRange('1', '9');
}
