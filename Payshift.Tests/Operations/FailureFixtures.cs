using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage.Failures;

namespace Payshift.Tests.Operations;

/// <summary>Failures as processing leaves them, and the operators' view of them.</summary>
internal static class FailureFixtures
{
    public static readonly DateTimeOffset Received = DateTimeOffset.FromUnixTimeMilliseconds(1_790_000_001_456);

    public static FailureOperations Operations(this PayshiftApp app) => app.Services.GetRequiredService<FailureOperations>();

    public static Task KeepAsync(this PayshiftApp app, params FailureRecord[] records) =>
        app.Services.GetRequiredService<IFailureTable>().RecordAsync(records, default);

    public static FailureRecord Of(Webhook webhook, string reason = "no such order") => new(
        webhook, reason, 2, 0, [new AttemptError(1, Received, "bank is busy"), new AttemptError(2, Received, reason)], Received.AddMinutes(1), "batch");

    /// <summary>All tests share the table: the reference tells a run's failures from others.</summary>
    public static FailureFilter Filter(string? reference = null) =>
        new() { PaymentReference = reference, From = Received.AddDays(-30), To = Received.AddDays(30) };

    public static FailureId IdOf(Webhook webhook) => new(webhook.ReceivedAt, webhook.Id);
}
