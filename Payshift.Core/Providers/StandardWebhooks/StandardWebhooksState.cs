namespace Payshift.Core.Providers.StandardWebhooks;

/// <summary>The payment state that events with the usual names of payment events report. The specification leaves types to the sender.</summary>
internal static class StandardWebhooksState
{
    public static PaymentState? Of(string type) => type switch
    {
        "payment.created" or "payment.pending" or "payment.processing" => PaymentState.Pending,
        "payment.authorized" => PaymentState.Authorized,
        "payment.failed" => PaymentState.Failed,
        "payment.expired" => PaymentState.Expired,
        "payment.canceled" or "payment.cancelled" => PaymentState.Canceled,
        "payment.succeeded" or "payment.completed" or "payment.captured" or "payment.paid" => PaymentState.Succeeded,
        "payment.partially_refunded" => PaymentState.PartiallyRefunded,
        "payment.refunded" => PaymentState.Refunded,
        "payment.disputed" => PaymentState.Disputed,
        _ => null,
    };
}
