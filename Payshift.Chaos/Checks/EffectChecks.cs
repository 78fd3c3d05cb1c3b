using Payshift.Chaos.Bank;

namespace Payshift.Chaos.Checks;

/// <summary>What happened at the bank.</summary>
internal static class EffectChecks
{
    /// <summary>The bank performs an effect once for a key; that a key stands for one event is what is checked here.</summary>
    public static CheckResult Once(Evidence evidence)
    {
        var due = evidence.Plan.Events.Where(planned => planned.Acknowledged > 0 && !planned.Fate.IsFailure()).ToArray();
        var missing = due.Where(planned => !IsPerformed(evidence, planned.Key)).Select(planned => $"{AnswerChecks.Describe(planned)}: no effect");
        var performed = evidence.Bank.Entries.Values.Count(entry => entry.IsPerformed);
        return new CheckResult(
            "Every acknowledged event took effect once",
            due.Length,
            [.. missing, .. evidence.Bank.Performed == performed ? (string[])[] : [$"{evidence.Bank.Performed} effects for {performed} keys"]]);
    }

    public static CheckResult NothingElse(Evidence evidence)
    {
        var sent = evidence.Plan.Events.ToDictionary(planned => planned.Key);
        var strange = evidence.Bank.Entries.Keys.Where(key => !sent.ContainsKey(key)).Select(key => $"the bank was asked for {key}, which was never sent");
        var failed = sent.Values
            .Where(planned => planned.Fate.IsFailure() && IsPerformed(evidence, planned.Key))
            .Select(planned => $"{AnswerChecks.Describe(planned)}: took effect");
        return new CheckResult("Nothing else took effect", evidence.Bank.Entries.Count, [.. strange, .. failed]);
    }

    private static bool IsPerformed(Evidence evidence, string key) => evidence.Bank.Entries.TryGetValue(key, out var entry) && entry.IsPerformed;
}
