using Azure.Data.Tables;

namespace Payshift.Core.Storage.Results;

/// <summary>The outcome that was recorded of a webhook before.</summary>
/// <param name="ReceivedAt">Of the delivery that was recorded: an event can come again once it is forgotten.</param>
/// <param name="Requeues">How often it had been retried by hand by then.</param>
public sealed record RecordedOutcome(bool IsProcessed, DateTimeOffset ReceivedAt, int Requeues)
{
    internal static readonly string[] Columns = ["Outcome", "ReceivedAt", "Readmissions"];

    /// <summary>Whether this settles a webhook. What was processed stays so; a failure ends only what it was recorded of, not what was retried or received since.</summary>
    public bool IsOf(Webhook webhook, int requeues) =>
        IsProcessed || (ReceivedAt == webhook.ReceivedAt && Requeues >= requeues);

    internal static RecordedOutcome From(TableEntity entity) => new(
        entity.GetString("Outcome") == ResultRecord.Processed,
        entity.GetDateTimeOffset("ReceivedAt").GetValueOrDefault(),
        entity.GetInt32("Readmissions").GetValueOrDefault());
}
