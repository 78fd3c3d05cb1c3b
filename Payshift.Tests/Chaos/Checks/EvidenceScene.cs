using System.Globalization;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Checks;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Load;
using Payshift.Samples;

namespace Payshift.Tests.Chaos.Checks;

/// <summary>What a run leaves where all is well: a payment with two events and one that was refused. Tests spoil a part of it.</summary>
internal sealed class EvidenceScene
{
    public static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    public EvidenceScene()
    {
        PlannedEvent[] events =
        [
            Event("paid", "payment", Time.AddSeconds(7), Fate.Succeeds),
            Event("older", "payment", Time, Fate.Succeeds),
            Event("refused", "other", Time, Fate.IsRefused),
        ];
        Plan = new LoadPlan(events, [.. events.Select(planned => new PlannedDelivery(planned, 0, false) { IsAcknowledged = true })]);
        Bank = new BankLedger(Plan.Fates());
        Results = [.. events.Select(Row)];
        Failures = [new FailureRow(events[2].Key, "stripe", "refused", BankHandler.RefusedReason, 1, 0)];
        Left = [new LeftKey("payshift:{0}:counters", Expires: false), new LeftKey("payshift:{0}:seen:1790000000000", Expires: true)];
        Queue = new QueueTotals(Received: 3, Processed: 2, Retried: 0, Failed: 1, Reclaimed: 0);
    }

    public LoadPlan Plan { get; }

    public SendCounts Sent { get; } = new();

    public BankLedger Bank { get; }

    public Func<PlannedEvent, bool> Perform { get; set; } = _ => true;

    public List<ResultRow> Results { get; }

    public List<FailureRow> Failures { get; }

    public List<LeftKey> Left { get; }

    public int Inbox { get; set; }

    public QueueTotals Queue { get; set; }

    public Dictionary<string, int> UnexpectedEnds { get; } = new() { ["worker-1"] = 0 };

    public Dictionary<string, int> UnhandledExceptions { get; } = new() { ["receiver-1"] = 0 };

    public Evidence Evidence()
    {
        foreach (var planned in Plan.Events.Where(Perform))
        {
            Bank.Take(new BankOrder(planned.Key, planned.Sample.PaymentReference, planned.Sample.EventId, planned.Time!.Value, 1, "worker"));
        }

        return new Evidence(Plan, Sent, Bank, Results, Failures, Inbox, Left, Queue, UnexpectedEnds, UnhandledExceptions);
    }

    private static PlannedEvent Event(string id, string reference, DateTimeOffset time, Fate fate) =>
        new(new SampleDelivery("stripe", [], new Dictionary<string, string>(), "charge.succeeded", id, reference), time, fate) { Acknowledged = 1, Kept = 1 };

    private static ResultRow Row(PlannedEvent planned) => new(
        PaymentReference.Slot(planned.Sample.PaymentReference, HostSettings.Buckets).ToString("x2", CultureInfo.InvariantCulture),
        ExpectedKeys.ResultRow(planned.Sample.PaymentReference, planned.Time!.Value, planned.Key),
        planned.Key,
        "stripe",
        planned.Sample.EventId,
        planned.Sample.PaymentReference,
        planned.Fate.IsFailure() ? "failed" : "processed",
        null,
        "Succeeded");
}
