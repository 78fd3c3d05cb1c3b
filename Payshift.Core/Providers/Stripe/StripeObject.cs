using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.Stripe;

/// <summary>The payment in a Stripe object. References are given as an id or expanded to the object.</summary>
/// <seealso href="https://docs.stripe.com/api"/>
internal static class StripeObject
{
    /// <summary>
    /// The decimals of currencies, where Stripe's differ from ISO 4217: ISK and UGX still have two, and the ariary has none.
    /// </summary>
    /// <seealso href="https://docs.stripe.com/currencies#special-cases"/>
    private static readonly CurrencyExponents Exponents = CurrencyExponents.Iso4217.With(("ISK", 2), ("UGX", 2), ("MGA", 0));

    /// <summary>
    /// The payment's reference: the payment intent if the object states it, which charge, refund, dispute and checkout share;
    /// the charge for payments made without an intent; the invoice for objects that belong to one and do not state its
    /// intent; else the object's own id.
    /// </summary>
    public static string? Reference(JsonElement subject) =>
        subject.Get("payment_intent").Id()
        ?? subject.Get("payment").Get("payment_intent").Id()
        ?? subject.Get("payments").Get("data").First().Get("payment").Get("payment_intent").Id()
        ?? subject.Get("charge").Id()
        ?? (BelongsToInvoice(subject) ? subject.Get("invoice").Id() : null)
        ?? subject.Get("id").Text();

    /// <summary>The payment method that was used if the object states it, else the first that may be used.</summary>
    public static string? Method(JsonElement subject) =>
        subject.Get("payment_method_details").Get("type").Text()
        ?? subject.Get("payment_method").Get("type").Text()
        ?? subject.Get("latest_charge").Get("payment_method_details").Get("type").Text()
        ?? subject.Get("charges").Get("data").First().Get("payment_method_details").Get("type").Text()
        ?? subject.Get("last_payment_error").Get("payment_method").Get("type").Text()
        ?? subject.Get("destination_details").Get("type").Text()
        ?? subject.Get("payment_method_types").First().Text()
        ?? subject.Get("payment_settings").Get("payment_method_types").First().Text();

    /// <summary>The merchant's own reference, in any of the fields for it; else the invoice.</summary>
    public static string? Order(JsonElement subject) =>
        MerchantFields.Order(subject.Get("metadata")) ?? subject.Get("client_reference_id").Text() ?? subject.Get("invoice").Id();

    public static string? Customer(JsonElement subject) =>
        MerchantFields.Customer(subject.Get("metadata")) ?? subject.Get("customer").Id();

    /// <summary>The amount that the event is about: received, captured or refunded if the object distinguishes them.</summary>
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

    // An intent that has received nothing yet is about the amount it requests.
    private static string? Nonzero(JsonElement amount) => amount.Scalar() is { } text && text != "0" ? text : null;
}
