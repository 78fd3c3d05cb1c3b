using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Operations.Stats;

internal static class PaymentRecords
{
    public static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    /// <param name="second">When it happened, after <see cref="Start"/>.</param>
    public static PaymentRecord Create(string id, int second, PaymentState? state, string provider = "stripe", string outcome = "processed") => new()
    {
        Id = id,
        Provider = provider,
        EventId = id,
        EventType = "event",
        PaymentReference = "pi_1",
        PaymentMethod = "card",
        State = state,
        Priority = WebhookPriority.Normal,
        EventTime = Start.AddSeconds(second),
        ReceivedAt = Start,
        ProcessedAt = Start,
        Outcome = outcome,
        Attempts = 1,
        BatchId = "batch",
    };
}
