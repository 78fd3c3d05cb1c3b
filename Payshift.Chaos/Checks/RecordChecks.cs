using System.Globalization;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Load;
using Payshift.Core.Webhooks;

namespace Payshift.Chaos.Checks;

/// <summary>What Table Storage has of each event.</summary>
internal static class RecordChecks
{
    public static CheckResult Recorded(Evidence evidence)
    {
        var rows = evidence.Results.ToLookup(row => row.Key);
        var acknowledged = evidence.Plan.Events.Where(planned => planned.Acknowledged > 0).ToArray();
        return new CheckResult(
            "Every acknowledged event is recorded once, with its outcome",
            acknowledged.Length,
            [.. acknowledged.SelectMany(planned => Problems(planned, [.. rows[planned.Key]]))]);
    }

    /// <summary>An event whose answer was lost may be recorded or not; what was never sent may not.</summary>
    public static CheckResult NothingElse(Evidence evidence)
    {
        var sent = evidence.Plan.Events.Select(planned => planned.Key).ToHashSet();
        return new CheckResult(
            "Nothing is recorded that was not sent",
            evidence.Results.Count,
            [.. evidence.Results.Where(row => !sent.Contains(row.Key)).Select(row => $"{row.Provider} {row.EventId}: {row.Outcome}, {row.Reason}")]);
    }

    public static CheckResult Failures(Evidence evidence)
    {
        var rows = evidence.Failures.ToLookup(row => row.Key);
        var expected = evidence.Plan.Events.Where(planned => planned.Fate.IsFailure() && planned.Acknowledged > 0).ToDictionary(planned => planned.Key);
        var missing = expected.Values
            .Where(planned => rows[planned.Key].Count() != 1)
            .Select(planned => $"{AnswerChecks.Describe(planned)}: {rows[planned.Key].Count()} rows");
        var wrong = evidence.Failures
            .Where(row => !expected.TryGetValue(row.Key, out var planned) || !row.Reason.Contains(planned.Fate.FailureReason(), StringComparison.Ordinal))
            .Select(row => $"{row.Provider} {row.EventId} after {row.Attempts} attempts and {row.Crashes} crashes: {row.Reason}");
        return new CheckResult("The permanent failures are those that had to fail, each for its reason", expected.Count, [.. missing, .. wrong]);
    }

    /// <returns>The events that are not recorded as they have to be.</returns>
    public static IEnumerable<PlannedEvent> Wrong(Evidence evidence)
    {
        var rows = evidence.Results.ToLookup(row => row.Key);
        return evidence.Plan.Events.Where(planned => planned.Acknowledged > 0 && Problems(planned, [.. rows[planned.Key]]).Any());
    }

    private static IEnumerable<string> Problems(PlannedEvent planned, ResultRow[] rows)
    {
        if (rows is not [var row])
        {
            yield return $"{AnswerChecks.Describe(planned)}: {rows.Length} rows";
            yield break;
        }

        var outcome = planned.Fate.IsFailure() ? "failed" : "processed";
        if (row.Outcome != outcome)
        {
            yield return $"{AnswerChecks.Describe(planned)}: {row.Outcome} instead of {outcome}, {row.Reason}";
        }

        var sample = planned.Sample;
        if ((row.Provider, row.EventId, row.Reference) != (sample.Provider, sample.EventId, sample.PaymentReference))
        {
            yield return $"{AnswerChecks.Describe(planned)}: the row says {row.Provider} {row.EventId} of {row.Reference}";
        }

        var bucket = PaymentReference.Slot(sample.PaymentReference, HostSettings.Buckets).ToString("x2", CultureInfo.InvariantCulture);
        if (planned.Time is { } time && (row.PartitionKey, row.RowKey) != (bucket, ExpectedKeys.ResultRow(sample.PaymentReference, time, planned.Key)))
        {
            yield return $"{AnswerChecks.Describe(planned)}: its key is {row.PartitionKey} {row.RowKey}";
        }
    }
}
