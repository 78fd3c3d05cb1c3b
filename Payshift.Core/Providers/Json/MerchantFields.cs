namespace Payshift.Core.Providers.Json;

/// <summary>
/// The merchant's own ids, read by their usual names from the fields that a provider keeps for the merchant (metadata,
/// custom data, notes). They link the same order or customer across providers.
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
