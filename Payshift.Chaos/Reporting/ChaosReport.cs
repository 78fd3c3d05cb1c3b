using System.Globalization;
using Payshift.Chaos.Checks;
using Payshift.Chaos.Faults;
using Payshift.Chaos.Hosts;
using Payshift.Chaos.Load;

namespace Payshift.Chaos.Reporting;

/// <summary>What the user reads: the counts, each check, the verdict.</summary>
internal static class ChaosReport
{
    private const int MaxProblems = 10;
    private const int FaultsInALine = 5;

    public static void WriteHeading(TextWriter output, ChaosArguments arguments, LoadPlan plan, IReadOnlyList<Fault> faults)
    {
        var providers = plan.Events.Select(planned => planned.Sample.Provider).Distinct().Count();
        Line(output, $"Seed {arguments.Seed}: {plan.Events.Count} webhooks of {providers} providers in {plan.Deliveries.Count} deliveries and {faults.Count} faults over {arguments.Duration.TotalMinutes:0.##} minutes");
        output.Flush();
    }

    public static void Write(
        TextWriter output,
        ChaosArguments arguments,
        Evidence evidence,
        IReadOnlyDictionary<FaultKind, int> faults,
        HostFleet fleet,
        IReadOnlyList<CheckResult> checks,
        TimeSpan elapsed)
    {
        WriteCounts(output, evidence, faults, fleet);
        output.WriteLine();
        foreach (var check in checks)
        {
            Line(output, $"  {(check.Passed ? "ok  " : "FAIL")}  {check.Count,7}  {check.Name}");
            foreach (var problem in check.Problems.Take(MaxProblems))
            {
                Line(output, $"                 {problem}");
            }

            if (check.Problems.Count > MaxProblems)
            {
                Line(output, $"                 and {check.Problems.Count - MaxProblems} more");
            }
        }

        output.WriteLine();
        var verdict = checks.All(check => check.Passed) ? "PASS" : "FAIL";
        Line(output, $"{verdict}: seed {arguments.Seed}, {elapsed.TotalSeconds:0} s");
    }

    private static void WriteCounts(TextWriter output, Evidence evidence, IReadOnlyDictionary<FaultKind, int> faults, HostFleet fleet)
    {
        var sent = evidence.Sent;
        var plan = evidence.Plan;
        var repeated = plan.Deliveries.Count - plan.Events.Count;
        var statuses = string.Join(", ", sent.Statuses.OrderBy(status => status.Key).Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Value} × {status.Key}")));
        var unacknowledged = plan.Events.Where(planned => planned.Acknowledged == 0).Select(planned => planned.Key).ToHashSet();
        var lost = evidence.Results.Count(row => unacknowledged.Contains(row.Key));
        var askedAgain = evidence.Bank.Entries.Values.Count(entry => entry.Asks.Count > 1);
        output.WriteLine();
        Line(output, $"  sent       {plan.Events.Count} webhooks in {plan.Deliveries.Count} deliveries, {repeated} of them duplicates; {sent.Requests} requests");
        Line(output, $"  answered   {statuses}; {sent.Lost} without an answer; {sent.Told.Duplicates} recognised as duplicates");
        Line(output, $"  recorded   {evidence.Results.Count}, {evidence.Failures.Count} of them as failures; {lost} kept though no answer arrived");
        Line(output, $"  effects    {evidence.Bank.Performed}; asked for again {askedAgain}; {evidence.Bank.Deaths} workers killed by their webhook");
        Line(output, $"  queue      {evidence.Queue.Retried} retries, {evidence.Queue.Reclaimed} leases ended");
        var broken = faults.OrderBy(fault => fault.Key).Select(fault => string.Create(CultureInfo.InvariantCulture, $"{fault.Value} × {Words(fault.Key)}"));
        foreach (var (index, some) in broken.Chunk(FaultsInALine).Index())
        {
            Line(output, $"  {(index == 0 ? "faults" : ""),-9}  {string.Join(", ", some)}");
        }

        Line(output, $"  processes  {fleet.All.Count} hosts, started {fleet.All.Sum(host => host.Starts)} times");
    }

    /// <returns>For example <c>redis killed</c>.</returns>
    private static string Words(FaultKind kind) =>
        string.Concat($"{kind}".Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : " ") + char.ToLowerInvariant(letter) : $"{letter}"));

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
