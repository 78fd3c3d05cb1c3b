using Azure.Data.Tables;

namespace Payshift.Core.Storage;

/// <summary>The columns of a webhook that results and failures share.</summary>
internal static class WebhookColumns
{
    public static void Write(TableEntity entity, Webhook webhook)
    {
        entity["Provider"] = webhook.Provider;
        entity["EventId"] = TableText.Fit(webhook.EventId);
        entity["EventType"] = TableText.Fit(webhook.EventType);
        entity["PaymentReference"] = TableText.Fit(webhook.PaymentReference);
        entity["PaymentMethod"] = TableText.Fit(webhook.PaymentMethod);
        entity["Priority"] = (int)webhook.Priority;
        entity["EventTime"] = InRange(webhook.EventTime);
        entity["ReceivedAt"] = webhook.ReceivedAt;
        if (webhook.Amount is { } amount)
        {
            entity["AmountMinor"] = amount.MinorUnits;
            entity["AmountExponent"] = (int)amount.Exponent;
            entity["Currency"] = TableText.Fit(amount.Currency);
        }

        if (webhook.State is { } state)
        {
            entity["State"] = state.ToString();
        }

        if (webhook.OrderReference is { } order)
        {
            entity["OrderReference"] = TableText.Fit(order);
        }

        if (webhook.CustomerReference is { } customer)
        {
            entity["CustomerReference"] = TableText.Fit(customer);
        }
    }

    /// <returns>Null where the row says none, or one that a later version knows.</returns>
    public static PaymentState? ReadState(TableEntity entity) =>
        Enum.TryParse<PaymentState>(entity.GetString("State"), out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>Table Storage keeps no time before the year 1601.</summary>
    private static DateTimeOffset InRange(DateTimeOffset time) => time < Earliest ? Earliest : time;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
