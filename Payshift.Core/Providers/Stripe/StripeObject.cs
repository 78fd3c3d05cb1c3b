using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Stripe;

/// <summary>
/// The reading of a Stripe object: the payment that it belongs to. References may come as an id or expanded to the object.
/// </summary>
/// <seealso href="https://docs.stripe.com/api"/>
internal static class StripeObject
{
    /// <summary>
    /// Stripe's own counts: ISK and UGX kept two decimals when they lost them elsewhere, and the ariary is sent whole.
    /// </summary>
    /// <seealso href="https://docs.stripe.com/currencies#special-cases"/>
    private static readonly CurrencyExponents Exponents = CurrencyExponents.Iso4217.With(("ISK", 2), ("UGX", 2), ("MGA", 0));

    /// <summary>
    /// The payment intent wherever the object knows it, so that charge, refund, dispute and checkout meet; the charge for
    /// payments made without an intent; the invoice for what belongs to one and does not name its intent; else its own id.
    /// </summary>
    public static string? Reference(JsonElement subject) =>
        subject.Get("payment_intent").Id()
        ?? subject.Get("payment").Get("payment_intent").Id()
        ?? subject.Get("payments").Get("data").First().Get("payment").Get("payment_intent").Id()
        ?? subject.Get("charge").Id()
        ?? (BelongsToInvoice(subject) ? subject.Get("invoice").Id() : null)
        ?? subject.Get("id").Text();

    /// <summary>What was used, where the object knows it; otherwise the first of what may be used.</summary>
    public static string? Method(JsonElement subject) =>
        subject.Get("payment_method_details").Get("type").Text()
        ?? subject.Get("payment_method").Get("type").Text()
        ?? subject.Get("latest_charge").Get("payment_method_details").Get("type").Text()
        ?? subject.Get("charges").Get("data").First().Get("payment_method_details").Get("type").Text()
        ?? subject.Get("last_payment_error").Get("payment_method").Get("type").Text()
        ?? subject.Get("destination_details").Get("type").Text()
        ?? subject.Get("payment_method_types").First().Text()
        ?? subject.Get("payment_settings").Get("payment_method_types").First().Text();

    /// <summary>The merchant's own, wherever it may be told; else the invoice.</summary>
    public static string? Order(JsonElement subject) =>
        MerchantFields.Order(subject.Get("metadata")) ?? subject.Get("client_reference_id").Text() ?? subject.Get("invoice").Id();

    public static string? Customer(JsonElement subject) =>
        MerchantFields.Customer(subject.Get("metadata")) ?? subject.Get("customer").Id();

    /// <summary>What the event is about: what was received, captured or refunded where the object tells these apart.</summary>
    public static Money? Amount(string type, JsonElement subject)
    {
        var amount = (Kind(subject), type) switch
        {
            ("payment_intent", _) => Nonzero(subject.Get("amount_received")) ?? subject.Get("amount").Scalar(),
            ("charge", "charge.captured") => subject.Get("amount_captured").Scalar(),
            ("charge", "charge.refunded") => subject.Get("amount_refunded").Scalar(),
            ("checkout.session", _) => subject.Get("amount_total").Scalar(),
            ("invoice", "invoice.paid" or "invoice.payment_succeeded") => subject.Get("amount_paid").Scalar(),
            ("invoice", _) => subject.Get("amount_due").Scalar(),
            ("invoice_payment", _) => subject.Get("amount_paid").Scalar() ?? subject.Get("amount_requested").Scalar(),
            _ => null,
        };

        return Money.FromMinor(amount ?? subject.Get("amount").Scalar(), subject.Get("currency").Text(), Exponents);
    }

    private static bool BelongsToInvoice(JsonElement subject) =>
        Kind(subject) is "checkout.session" or "invoice_payment" or "credit_note";

    private static string? Kind(JsonElement subject) => subject.Get("object").Text();

    // An intent that has received nothing yet is about what it asks for.
    private static string? Nonzero(JsonElement amount) => amount.Scalar() is { } text && text != "0" ? text : null;
}
