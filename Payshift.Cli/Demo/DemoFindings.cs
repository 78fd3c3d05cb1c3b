namespace Payshift.Cli.Demo;

/// <summary>The comparison of what the demo saw with what it expected.</summary>
internal static class DemoFindings
{
    public const string ProcessedOutcome = "processed";
    public const string FailedOutcome = "failed";

    /// <returns>A line for each thing that is not as it should be.</returns>
    public static IReadOnlyList<string> Of(DemoResult result) =>
        [.. result.Outcomes.Select(outcome => Of(outcome, result.Timeout)).OfType<string>(), .. Counters(result)];

    /// <summary>
    /// The counters are the host's, others may be at work on it: more than ours is no finding, less is.
    /// </summary>
    public static bool CountersReached(DemoResult result) => !Counters(result).Any();

    private static string? Of(DemoOutcome outcome, TimeSpan timeout)
    {
        var (delivery, answer, records) = outcome;
        var name = $"{delivery.Sample.Provider} {delivery.Sample.EventType} {delivery.Sample.PaymentReference}";
        return delivery.Expectation switch
        {
            DemoExpectation.Refused when answer.Status != 401 => $"{name}: its bad signature was answered {answer.Status}, not 401.",
            DemoExpectation.Refused when records.Count > 0 => $"{name}: its signature was bad, and yet it is recorded.",
            DemoExpectation.Refused => null,
            _ when answer.Status != 200 => $"{name}: it was answered {answer.Status}, not 200.",
            DemoExpectation.Duplicate when (answer.Kept, answer.Duplicates) != (0, 1) =>
                $"{name}: sent a second time, it was not recognised (kept {answer.Kept}, duplicates {answer.Duplicates}).",
            DemoExpectation.Duplicate => null,
            _ when (answer.Kept, answer.Duplicates) != (1, 0) =>
                $"{name}: it is new, and was not kept once (kept {answer.Kept}, duplicates {answer.Duplicates}).",
            _ when records.Count == 0 => $"{name}: it was kept, but is not recorded as processed after {timeout.TotalSeconds:0} s.",
            _ when records.Count > 1 => $"{name}: it is recorded {records.Count} times.",
            _ when records[0].Outcome != ProcessedOutcome => $"{name}: it is recorded as {records[0].Outcome}: {records[0].Reason ?? "no reason given"}.",
            _ when records[0].Attempts != delivery.ExpectedAttempts =>
                $"{name}: it took {records[0].Attempts} attempts, {delivery.ExpectedAttempts} were expected.",
            _ => null,
        };
    }

    private static IEnumerable<string> Counters(DemoResult result)
    {
        var (before, after) = (result.Before.Counters, result.After.Counters);
        var created = result.Outcomes.Count(outcome => outcome.Delivery.IsNew);
        (string Name, long Counted, int Expected)[] counters =
        [
            ("received", after.Received - before.Received, created),
            ("duplicate", after.Duplicate - before.Duplicate, result.Outcomes.Count(outcome => outcome.Delivery.Expectation == DemoExpectation.Duplicate)),
            ("processed", after.Processed - before.Processed, created),
            ("retried", after.Retried - before.Retried, result.Outcomes.Count(outcome => outcome.Delivery.Expectation == DemoExpectation.Retried)),
        ];
        return
            from counter in counters
            where counter.Counted < counter.Expected
            select $"The host counted {counter.Counted} {counter.Name}, {counter.Expected} were expected.";
    }
}
