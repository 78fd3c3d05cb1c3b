namespace Payshift.Chaos.Checks;

/// <summary>What is left in Redis.</summary>
internal static class QueueChecks
{
    /// <summary>A fixed number of keys that stay for good, and the index whose sets cleanup forgets.</summary>
    private static readonly string[] Owned = ["counters", "token", "seen"];

    public static CheckResult Totals(Evidence evidence)
    {
        var queue = evidence.Queue;
        var recorded = evidence.Results.Select(row => row.Key).Distinct().Count();
        return new CheckResult(
            "The queue took in each recorded event once, and gave each back",
            recorded,
            queue.Received == recorded && queue.Processed + queue.Failed == queue.Received
                ? []
                : [$"{queue.Received} received, {queue.Processed} processed, {queue.Failed} failed, {recorded} recorded"]);
    }

    public static CheckResult InboxEmpty(Evidence evidence) => new(
        "The inbox is empty", evidence.Inbox, evidence.Inbox == 0 ? [] : [$"{evidence.Inbox} webhooks wait in it"]);

    public static CheckResult NothingLeft(Evidence evidence) => new(
        "No key is left behind in Redis",
        evidence.Left.Count,
        [.. evidence.Left
            .Where(key => !key.Expires && !Owned.Contains(key.Name[(key.Name.LastIndexOf(':') + 1)..]))
            .Select(key => key.Name)]);
}
