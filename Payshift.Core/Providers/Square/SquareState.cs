using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Square;

/// <summary>The payment state that Square's objects report. Events only state that an object was created or updated.</summary>
/// <seealso href="https://developer.squareup.com/reference/square/payments-api/webhooks"/>
internal static class SquareState
{
    /// <param name="found">The event's <c>data.object</c>.</param>
    public static PaymentState? Of(JsonElement found) =>
        OfPayment(found.Get("payment"))
        ?? (found.Get("refund").Get("status").Text() == "COMPLETED" ? PaymentState.Refunded : (PaymentState?)null)
        ?? OfDispute(found.Get("dispute").Get("state").Text());

    private static PaymentState? OfPayment(JsonElement payment) => payment.Get("status").Text() switch
    {
        "PENDING" => PaymentState.Pending,
        "APPROVED" => PaymentState.Authorized,
        "FAILED" => PaymentState.Failed,
        "CANCELED" => PaymentState.Canceled,
        "COMPLETED" when payment.Get("refunded_money").Get("amount").Scalar() is { } refunded && refunded != "0" =>
            RefundState.StateOf(refunded, payment.Get("total_money").Get("amount").Scalar()),
        "COMPLETED" => PaymentState.Succeeded,
        _ => null,
    };

    private static PaymentState? OfDispute(string? state) => state switch
    {
        null => null,
        "WON" or "INQUIRY_CLOSED" => PaymentState.Succeeded,
        "LOST" or "ACCEPTED" => PaymentState.ChargedBack,
        _ => PaymentState.Disputed,
    };
}
