namespace Payshift.Core.Providers.Json;

/// <summary>
/// Reads the merchant's own ids out of the fields that a provider keeps for the merchant (metadata, custom data, notes), under
/// the names that are usual there. They are what several providers know the same order or customer by.
/// </summary>
internal static class MerchantFields
{
    private static readonly string[] OrderNames = ["order_id", "orderId", "order_reference", "order_ref", "merchant_order_id"];

    private static readonly string[] CustomerNames = ["customer_id", "customerId"];

    public static string? Order(JsonElement fields) => First(fields, OrderNames);

    public static string? Customer(JsonElement fields) => First(fields, CustomerNames);

    private static string? First(JsonElement fields, string[] names)
    {
        foreach (var name in names)
        {
            if (fields.Get(name).Scalar() is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
