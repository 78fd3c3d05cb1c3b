using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <summary>
/// A row of <c>WebhookResults</c> that leads from an order or a customer to a payment. It lies in the partition of the payment's
/// results, so that it is written in their transactions, and is found by asking every partition.
/// </summary>
internal static class LinkEntity
{
    private const string Reference = "PaymentReference";
    private const string Provider = "Provider";

    /// <summary>The columns that are read.</summary>
    public static readonly string[] Columns = [Reference, Provider];

    /// <returns>None for what says nothing of a payment's state: subscriptions and customers are no payments.</returns>
    public static IEnumerable<TableEntity> From(Webhook webhook, int buckets)
    {
        if (webhook.State is null)
        {
            yield break;
        }

        if (webhook.OrderReference is { } order)
        {
            yield return Create(PaymentLinkKind.Order, order, webhook, buckets);
        }

        if (webhook.CustomerReference is { } customer)
        {
            yield return Create(PaymentLinkKind.Customer, customer, webhook, buckets);
        }
    }

    public static (string Reference, string Provider) Read(TableEntity entity) => (entity.GetString(Reference), entity.GetString(Provider));

    /// <param name="result">Whole.</param>
    /// <returns>The row keys of what leads to the payment because of a result; one may be of a link that there never was.</returns>
    public static IEnumerable<string> RowsOf(TableEntity result)
    {
        var (reference, provider) = Read(result);
        if (result.GetString("OrderReference") is { } order)
        {
            yield return LinkKeys.Row(PaymentLinkKind.Order, order, reference, provider);
        }

        if (result.GetString("CustomerReference") is { } customer)
        {
            yield return LinkKeys.Row(PaymentLinkKind.Customer, customer, reference, provider);
        }
    }

    private static TableEntity Create(PaymentLinkKind kind, string value, Webhook webhook, int buckets) => new(
        TableKeys.Bucket(webhook.PaymentReference, buckets),
        LinkKeys.Row(kind, value, webhook.PaymentReference, webhook.Provider))
    {
        ["Kind"] = kind.ToString(),
        [Reference] = TableText.Fit(webhook.PaymentReference),
        [Provider] = webhook.Provider,
    };
}
