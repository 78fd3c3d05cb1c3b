using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Stripe;

/// <summary>The priority of Stripe's events: high if they report a payment, low if they can wait.</summary>
/// <seealso href="https://docs.stripe.com/api/events/types"/>
internal static class StripePriority
{
    // The prefix of a snapshot event's type in thin events.
    private const string ThinPrefix = "v1.";

    /// <param name="subject">The event's <c>data.object</c>, absent in a thin event.</param>
    public static WebhookPriority Of(string type, JsonElement subject) =>
        (type.StartsWith(ThinPrefix, StringComparison.Ordinal) ? type[ThinPrefix.Length..] : type) switch
        {
            "payment_intent.succeeded" or "charge.succeeded" or "checkout.session.async_payment_succeeded"
                or "invoice.paid" or "invoice.payment_succeeded" or "invoice_payment.paid" => WebhookPriority.High,

            // Complete does not mean paid: a bank debit settles days later, and a trial costs nothing.
            "checkout.session.completed" when subject.Get("payment_status").Text() == "paid" => WebhookPriority.High,

            "customer.created" or "customer.updated" or "product.created" or "product.updated" or "price.created"
                or "price.updated" or "plan.created" or "plan.updated" or "balance.available" => WebhookPriority.Low,
            var other when other.StartsWith("payout.", StringComparison.Ordinal) => WebhookPriority.Low,
            _ => WebhookPriority.Normal,
        };
}
