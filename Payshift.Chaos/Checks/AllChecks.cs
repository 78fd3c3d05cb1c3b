namespace Payshift.Chaos.Checks;

/// <summary>Everything that has to hold at the end.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<CheckResult> Of(Evidence evidence) =>
    [
        AnswerChecks.Acknowledged(evidence),
        AnswerChecks.Statuses(evidence),
        AnswerChecks.KeptOnce(evidence),
        RecordChecks.Recorded(evidence),
        RecordChecks.NothingElse(evidence),
        RecordChecks.Failures(evidence),
        EffectChecks.Once(evidence),
        EffectChecks.NothingElse(evidence),
        StateChecks.Recorded(evidence),
        StateChecks.Said(evidence),
        StateChecks.AtTheBank(evidence),
        QueueChecks.Totals(evidence),
        QueueChecks.NothingLeft(evidence),
        QueueChecks.InboxEmpty(evidence),
        HostChecks.NoUnexpectedEnd(evidence),
        HostChecks.NoUnhandledException(evidence),
    ];
}
