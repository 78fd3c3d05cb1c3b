using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Paystack;

/// <summary>The payment state that Paystack's events report. Transfers are payouts and report none.</summary>
/// <seealso href="https://paystack.com/docs/payments/webhooks/#types-of-events"/>
internal static class PaystackState
{
    public static PaymentState? Of(string type, JsonElement data) => type switch
    {
        "paymentrequest.pending" or "invoice.create" => PaymentState.Pending,
        "charge.failed" or "invoice.payment_failed" => PaymentState.Failed,
        "charge.success" or "paymentrequest.success" => PaymentState.Succeeded,
        "invoice.update" when data.Get("status").Text() == "success" => PaymentState.Succeeded,
        "refund.processed" => RefundState.StateOf(data.Get("amount").Scalar(), data.Get("transaction").Get("amount").Scalar()),
        "charge.dispute.create" or "charge.dispute.remind" => PaymentState.Disputed,
        "charge.dispute.resolve" => data.Get("resolution").Text() switch
        {
            "merchant-accepted" or "auto-accepted" => PaymentState.ChargedBack,
            "declined" => PaymentState.Succeeded,
            _ => null,
        },
        _ => null,
    };
}
