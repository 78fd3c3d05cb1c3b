using Payshift.Chaos.Load;

namespace Payshift.Chaos.Checks;

/// <summary>What each sample says of its payment, from the providers' documents and apart from the code under test.</summary>
internal static class ExpectedStates
{
    /// <returns>Null where it says nothing of a payment's state.</returns>
    public static string? Of(PlannedEvent planned) => (planned.Sample.Provider, planned.Sample.EventType) switch
    {
        ("stripe", "charge.succeeded" or "payment_intent.succeeded") => "Succeeded",
        ("stripe", "charge.failed" or "payment_intent.payment_failed") => "Failed",
        ("stripe", "charge.refunded") => "Refunded",
        ("paystack", "charge.success") => "Succeeded",
        ("flutterwave", "charge.completed") => planned.Succeeded ? "Succeeded" : "Failed",
        ("standardwebhooks", "payment.succeeded") => "Succeeded",
        ("standardwebhooks", "payment.failed") => "Failed",
        ("standardwebhooks", "payment.refunded") => "Refunded",
        ("adyen", "AUTHORISATION") => planned.Succeeded ? "Authorized" : "Failed",
        ("adyen", _) when !planned.Succeeded => null,
        ("adyen", "CAPTURE") => "Succeeded",
        ("adyen", "REFUND") => "Refunded",
        ("adyen", "CANCELLATION") => "Canceled",
        ("braintree", "transaction_settled") => "Succeeded",
        ("braintree", "transaction_settlement_declined") => "Failed",
        ("checkout", "payment_captured") => "Succeeded",
        ("checkout", "payment_approved") => "Authorized",
        ("checkout", "payment_declined") => "Failed",
        ("checkout", "payment_refunded") => "Refunded",
        ("coinbase", "charge:confirmed") => "Succeeded",
        ("coinbase", "charge:created" or "charge:pending") => "Pending",
        ("coinbase", "charge:failed") => "Failed",
        ("gocardless", "payments.confirmed" or "payments.paid_out") => "Succeeded",
        ("gocardless", "payments.submitted") => "Pending",
        ("gocardless", "payments.failed") => "Failed",
        ("lemonsqueezy", "order_created") => "Succeeded",
        ("lemonsqueezy", "order_refunded") => "Refunded",
        ("mollie", "payment-link.paid") => "Succeeded",
        ("monnify", "SUCCESSFUL_TRANSACTION") => "Succeeded",
        ("monnify", "SUCCESSFUL_REFUND") => "Refunded",
        ("mpesa", "stkCallback.0") => "Succeeded",
        ("mpesa", "stkCallback.1032") => "Canceled",
        ("paddle", "transaction.completed" or "transaction.paid") => "Succeeded",
        ("paddle", "transaction.payment_failed") => "Failed",
        ("paypal", "PAYMENT.CAPTURE.COMPLETED") => "Succeeded",
        ("paypal", "PAYMENT.CAPTURE.PENDING") => "Pending",
        ("paypal", "PAYMENT.CAPTURE.DENIED") => "Failed",
        ("paypal", "PAYMENT.CAPTURE.REFUNDED") => "Refunded",
        ("razorpay", "payment.captured") => "Succeeded",
        ("razorpay", "payment.authorized") => "Authorized",
        ("razorpay", "payment.failed") => "Failed",
        ("razorpay", "refund.processed") => "Refunded",
        ("square", "payment.updated" or "payment.created") => planned.Succeeded ? "Succeeded" : "Failed",
        ("square", "refund.updated") => "Refunded",
        _ => null,
    };
}
