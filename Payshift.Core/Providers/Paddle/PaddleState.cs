using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Paddle;

/// <summary>The payment state that Paddle's transactions and adjustments report.</summary>
/// <seealso href="https://developer.paddle.com/webhooks/overview"/>
internal static class PaddleState
{
    public static PaymentState? Of(string type, JsonElement data) => type switch
    {
        "transaction.payment_failed" => PaymentState.Failed,
        _ when type.StartsWith("transaction.", StringComparison.Ordinal) => OfTransaction(data.Get("status").Text()),
        _ when type.StartsWith("adjustment.", StringComparison.Ordinal) && data.Get("status").Text() == "approved" => OfAdjustment(data),
        _ => null,
    };

    private static PaymentState? OfTransaction(string? status) => status switch
    {
        "draft" or "ready" or "billed" => PaymentState.Pending,
        "past_due" => PaymentState.Failed,
        "canceled" => PaymentState.Canceled,
        "paid" or "completed" => PaymentState.Succeeded,
        _ => null,
    };

    private static PaymentState? OfAdjustment(JsonElement data) => data.Get("action").Text() switch
    {
        "refund" => data.Get("type").Text() == "partial" ? PaymentState.PartiallyRefunded : PaymentState.Refunded,
        "chargeback_warning" => PaymentState.Disputed,
        "chargeback" => PaymentState.ChargedBack,
        "chargeback_reverse" or "chargeback_warning_reverse" => PaymentState.Succeeded,
        _ => null,
    };
}
