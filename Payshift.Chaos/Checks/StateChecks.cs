using Payshift.Chaos.Bank;
using Payshift.Chaos.Load;

namespace Payshift.Chaos.Checks;

/// <summary>Each payment's state is that of its newest event, in whatever order they came.</summary>
internal static class StateChecks
{
    /// <summary>The first row of a reference has to be that of its newest event.</summary>
    public static CheckResult Recorded(Evidence evidence)
    {
        var newest = evidence.Results
            .GroupBy(row => row.Reference)
            .ToDictionary(rows => rows.Key, rows => rows.MinBy(row => row.RowKey, StringComparer.Ordinal)!.EventId);
        var payments = Newest(evidence, planned => true);
        return new CheckResult(
            "Every payment's first row is its newest event",
            payments.Count,
            [.. payments
                .Where(payment => newest.GetValueOrDefault(payment.Key) != payment.Value.Sample.EventId)
                .Select(payment => $"{AnswerChecks.Describe(payment.Value)} of {payment.Key}: {newest.GetValueOrDefault(payment.Key) ?? "nothing"}")]);
    }

    /// <summary>The first row that says a state has to say that of the newest event that does.</summary>
    public static CheckResult Said(Evidence evidence)
    {
        var said = evidence.Results
            .Where(row => row.State is not null)
            .GroupBy(row => row.Reference)
            .ToDictionary(rows => rows.Key, rows => rows.MinBy(row => row.RowKey, StringComparer.Ordinal)!.State);
        var payments = Newest(evidence, planned => ExpectedStates.Of(planned) is not null);
        return new CheckResult(
            "Every payment has the state that its newest event says",
            payments.Count,
            [.. payments
                .Select(payment => (Payment: payment, Expected: ExpectedStates.Of(payment.Value), Said: said.GetValueOrDefault(payment.Key)))
                .Where(state => state.Said != state.Expected)
                .Select(state => $"{AnswerChecks.Describe(state.Payment.Value)} of {state.Payment.Key}: {state.Said ?? "nothing"} instead of {state.Expected}")]);
    }

    public static CheckResult AtTheBank(Evidence evidence)
    {
        var payments = Newest(evidence, planned => !planned.Fate.IsFailure());
        return new CheckResult(
            "Every account at the bank has the state of its newest event",
            payments.Count,
            [.. payments
                .Where(payment => evidence.Bank.LatestEvent(payment.Key) != payment.Value.Sample.EventId)
                .Select(payment => $"{AnswerChecks.Describe(payment.Value)} of {payment.Key}: {evidence.Bank.LatestEvent(payment.Key) ?? "nothing"}")]);
    }

    // What was not acknowledged may have been kept or not: nothing can be said of such a payment.
    private static Dictionary<string, PlannedEvent> Newest(Evidence evidence, Func<PlannedEvent, bool> which) => evidence.Plan.Events
        .GroupBy(planned => planned.Sample.PaymentReference)
        .Where(payment => payment.All(planned => planned.Acknowledged > 0) && payment.Any(which))
        .ToDictionary(payment => payment.Key, payment => payment.Where(which).MaxBy(planned => planned.Time)!);
}
