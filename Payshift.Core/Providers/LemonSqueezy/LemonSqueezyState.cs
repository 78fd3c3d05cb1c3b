namespace Payshift.Core.Providers.LemonSqueezy;

/// <summary>The payment state that Lemon Squeezy's orders and subscription invoices report.</summary>
/// <seealso href="https://docs.lemonsqueezy.com/help/webhooks/event-types"/>
internal static class LemonSqueezyState
{
    public static PaymentState? Of(string type, string? status) => type switch
    {
        "subscription_payment_success" or "subscription_payment_recovered" => PaymentState.Succeeded,
        "subscription_payment_failed" => PaymentState.Failed,
        "order_refunded" or "subscription_payment_refunded" => OfStatus(status) ?? PaymentState.Refunded,
        "order_created" => OfStatus(status),
        _ => null,
    };

    private static PaymentState? OfStatus(string? status) => status switch
    {
        "pending" => PaymentState.Pending,
        "failed" => PaymentState.Failed,
        "paid" => PaymentState.Succeeded,
        "partial_refund" => PaymentState.PartiallyRefunded,
        "refunded" => PaymentState.Refunded,
        _ => null,
    };
}
