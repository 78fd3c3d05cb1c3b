using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The payment state that PayPal's events report, in the first and the second version of its API.</summary>
/// <seealso href="https://developer.paypal.com/api/rest/webhooks/event-names/"/>
internal static class PayPalState
{
    public static PaymentState? Of(string type, JsonElement resource) => type switch
    {
        "CHECKOUT.ORDER.APPROVED" or "PAYMENT.ORDER.CREATED" or "PAYMENTS.PAYMENT.CREATED" or "PAYMENT.CAPTURE.PENDING"
            or "PAYMENT.SALE.PENDING" or "INVOICING.INVOICE.CREATED" => PaymentState.Pending,
        "PAYMENT.AUTHORIZATION.CREATED" => PaymentState.Authorized,
        "PAYMENT.CAPTURE.DENIED" or "PAYMENT.CAPTURE.DECLINED" or "PAYMENT.SALE.DENIED" => PaymentState.Failed,
        "PAYMENT.AUTHORIZATION.VOIDED" or "PAYMENT.ORDER.CANCELLED" or "CHECKOUT.PAYMENT-APPROVAL.REVERSED"
            or "INVOICING.INVOICE.CANCELLED" => PaymentState.Canceled,
        "PAYMENT.CAPTURE.COMPLETED" or "PAYMENT.SALE.COMPLETED" or "CHECKOUT.ORDER.COMPLETED" or "INVOICING.INVOICE.PAID" => PaymentState.Succeeded,
        "PAYMENT.CAPTURE.REFUNDED" or "PAYMENT.SALE.REFUNDED" or "INVOICING.INVOICE.REFUNDED" => PaymentState.Refunded,
        "PAYMENT.CAPTURE.REVERSED" or "PAYMENT.SALE.REVERSED" => PaymentState.ChargedBack,
        "CUSTOMER.DISPUTE.CREATED" or "CUSTOMER.DISPUTE.UPDATED" or "RISK.DISPUTE.CREATED" => PaymentState.Disputed,
        "CUSTOMER.DISPUTE.RESOLVED" => resource.Get("dispute_outcome").Get("outcome_code").Text() switch
        {
            "RESOLVED_BUYER_FAVOUR" or "ACCEPTED" => PaymentState.ChargedBack,
            "RESOLVED_SELLER_FAVOUR" or "CANCELED_BY_BUYER" or "DENIED" => PaymentState.Succeeded,
            _ => null,
        },
        _ => null,
    };
}
