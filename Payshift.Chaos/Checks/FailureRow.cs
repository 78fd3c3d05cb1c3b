namespace Payshift.Chaos.Checks;

/// <summary>A row of <c>WebhookFailures</c>, as far as checks need it.</summary>
/// <param name="Key">The webhook's id.</param>
internal sealed record FailureRow(string Key, string Provider, string EventId, string Reason, int Attempts, int Crashes);
