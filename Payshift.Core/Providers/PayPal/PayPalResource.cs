using Payshift.Core.Providers.Json;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The payment in a PayPal resource, in the first and the second version of its API.</summary>
/// <seealso href="https://developer.paypal.com/api/rest/webhooks/event-names/"/>
internal static class PayPalResource
{
    /// <summary>
    /// The payment's reference: the order if there is one, which captures and refunds share (in the first version the
    /// payment), a disputed transaction, else the resource's own id.
    /// </summary>
    public static string? Reference(JsonElement resource) =>
        resource.Get("supplementary_data").Get("related_ids").Get("order_id").Text()
        ?? resource.Get("parent_payment").Text()
        ?? resource.Get("disputed_transactions").First().Get("seller_transaction_id").Text()
        ?? resource.Get("invoice").Get("id").Text()
        ?? resource.Get("id").Text()
        ?? resource.Get("invoice_id").Text()
        ?? resource.Get("custom_id").Text();

    /// <summary>The merchant's own reference: its invoice number, else its custom field. An order of several units can have several.</summary>
    public static string? Order(JsonElement resource)
    {
        var unit = resource.Get("purchase_units") is { ValueKind: JsonValueKind.Array } units && units.GetArrayLength() == 1 ? units[0] : default;
        var disputed = resource.Get("disputed_transactions").First();
        return resource.Get("invoice_id").Text()
            ?? resource.Get("custom_id").Text()
            ?? resource.Get("invoice_number").Text()
            ?? resource.Get("custom").Text()
            ?? unit.Get("invoice_id").Text()
            ?? unit.Get("custom_id").Text()
            ?? disputed.Get("invoice_number").Text()
            ?? disputed.Get("custom").Text();
    }

    public static string? Customer(JsonElement resource) =>
        resource.Get("payer").Get("payer_id").Text() ?? resource.Get("payer").Get("payer_info").Get("payer_id").Text();

    /// <summary>The payment method, which only orders state: the name of the payment source.</summary>
    public static string? Method(JsonElement resource)
    {
        if (resource.Get("payment_source") is not { ValueKind: JsonValueKind.Object } source)
        {
            return null;
        }

        try
        {
            return source.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        }
        catch (InvalidOperationException)
        {
            // The name is not Unicode.
            return null;
        }
    }

    public static Money? Amount(JsonElement resource) =>
        Read(resource.Get("amount"))
        ?? Read(resource.Get("dispute_amount"))
        ?? Read(resource.Get("invoice").Get("amount"))
        ?? Read(resource.Get("total_amount"))
        ?? (resource.Get("purchase_units") is { ValueKind: JsonValueKind.Array } units && units.GetArrayLength() == 1
            ? Read(units[0].Get("amount"))
            : null);

    private static Money? Read(JsonElement amount) =>
        Money.FromMajor(amount.Get("value").Scalar(), amount.Get("currency_code").Text(), CurrencyExponents.Iso4217)
        ?? Money.FromMajor(amount.Get("total").Scalar(), amount.Get("currency").Text(), CurrencyExponents.Iso4217);
}
