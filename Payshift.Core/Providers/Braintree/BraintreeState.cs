namespace Payshift.Core.Providers.Braintree;

/// <summary>The payment state that the kinds of Braintree's notifications report.</summary>
/// <seealso href="https://developer.paypal.com/braintree/docs/reference/general/webhooks/overview"/>
internal static class BraintreeState
{
    /// <param name="isCredit">Whether the transaction is a refund.</param>
    public static PaymentState? Of(string kind, bool isCredit) => kind switch
    {
        "transaction_settled" => isCredit ? PaymentState.Refunded : PaymentState.Succeeded,
        "transaction_settlement_declined" when isCredit => null,
        "transaction_settlement_declined" or "subscription_charged_unsuccessfully" => PaymentState.Failed,
        "local_payment_expired" => PaymentState.Expired,
        "subscription_charged_successfully" or "local_payment_completed" or "local_payment_funded" => PaymentState.Succeeded,
        "local_payment_reversed" => PaymentState.Refunded,

        // The payment was reported as refunded before; the money was returned.
        "refund_failed" or "dispute_won" => PaymentState.Succeeded,
        "dispute_opened" or "dispute_under_review" or "dispute_disputed" => PaymentState.Disputed,
        "dispute_lost" or "dispute_accepted" or "dispute_auto_accepted" or "dispute_expired" => PaymentState.ChargedBack,
        _ => null,
    };
}
