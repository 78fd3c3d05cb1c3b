using Payshift.Core.Operations.Stats;

namespace Payshift.Cli.Demo;

/// <summary>Everything that the demo saw.</summary>
/// <param name="Before">The host's counters before the first delivery.</param>
/// <param name="After">The host's counters at the end.</param>
internal sealed record DemoResult(IReadOnlyList<DemoOutcome> Outcomes, StatsResponse Before, StatsResponse After, TimeSpan Timeout)
{
    public int Received => Outcomes.Sum(outcome => outcome.Answer.Kept ?? 0);

    public int Duplicate => Outcomes.Sum(outcome => outcome.Answer.Duplicates ?? 0);

    public int Refused => Outcomes.Count(outcome => outcome.Answer.Status == 401);

    public int Processed => Recorded(DemoFindings.ProcessedOutcome);

    public int Failed => Recorded(DemoFindings.FailedOutcome);

    public int Retried => Outcomes.Sum(outcome => outcome.Records.Sum(record => Math.Max(0, record.Attempts - 1)));

    private int Recorded(string kind) => Outcomes.Count(outcome => outcome.Records.Any(record => record.Outcome == kind));
}
