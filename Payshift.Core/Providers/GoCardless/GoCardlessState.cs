namespace Payshift.Core.Providers.GoCardless;

/// <summary>The payment state that GoCardless's events report.</summary>
/// <seealso href="https://developer.gocardless.com/api-reference/#events-event-actions"/>
internal static class GoCardlessState
{
    public static PaymentState? Of(string resource, string action) => (resource, action) switch
    {
        ("payments", "created" or "customer_approval_granted" or "submitted" or "resubmission_requested") => PaymentState.Pending,
        ("payments", "failed" or "late_failure_settled") => PaymentState.Failed,
        ("payments", "cancelled" or "customer_approval_denied") => PaymentState.Canceled,
        ("payments", "confirmed" or "paid_out" or "chargeback_cancelled") => PaymentState.Succeeded,
        ("refunds", "paid" or "refund_settled") => PaymentState.Refunded,
        ("payments", "charged_back" or "chargeback_settled") => PaymentState.ChargedBack,
        _ => null,
    };
}
