namespace Payshift.Chaos.Checks;

/// <summary>A row of <c>WebhookResults</c>, as far as checks need it.</summary>
internal sealed record ResultRow(
    string PartitionKey, string RowKey, string Key, string Provider, string EventId, string Reference, string Outcome, string? Reason, string? State);
