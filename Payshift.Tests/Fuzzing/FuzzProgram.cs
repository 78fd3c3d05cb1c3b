using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Payshift.Tests.Fuzzing;

/// <summary><c>./dev fuzz</c>: every target for its share of the time, then what a hostile megabyte takes.</summary>
internal static class FuzzProgram
{
    private const int Misused = 2;

    /// <returns>0 when all holds, 1 with a finding, 2 for arguments that are none.</returns>
    public static int Main(string[] args)
    {
        // The tests' assembly is started by hand only for this.
        if (FuzzArguments.Parse(args) is not { } arguments)
        {
            Console.Error.WriteLine("Usage: fuzz [--minutes N] [--target NAME] [--seed SEED]");
            return Misused;
        }

        var targets = FuzzTargets.All.Where(target => arguments.Target is null || target.Name == arguments.Target).ToArray();
        if (targets.Length == 0)
        {
            Console.Error.WriteLine($"There is no target {arguments.Target}. There is:\n  {string.Join("\n  ", FuzzTargets.All.Select(target => target.Name))}");
            return Misused;
        }

        // A finding has a seed of its own; with this one the whole run is made again.
        var seed = arguments.Seed ?? FuzzSeed.Fresh();
        Console.WriteLine($"Seed {seed}");
        var started = Stopwatch.GetTimestamp();
        var findings = 0;
        var tried = 0L;
        foreach (var (index, target) in targets.Index())
        {
            // What one target leaves of its share, the others get.
            var left = arguments.Time - Stopwatch.GetElapsedTime(started);
            var seconds = Math.Max(1, (int)Math.Round(left.TotalSeconds / (targets.Length - index)));
            tried += Run(target, new FuzzLimit(seconds, seed), ref findings);
        }

        if (arguments.Target is null)
        {
            findings += PrintCosts();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{targets.Length} targets, {tried} inputs, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {findings} findings"));
        return findings > 0 ? 1 : 0;
    }

    private static long Run(FuzzTarget target, FuzzLimit limit, ref int findings)
    {
        try
        {
            var tried = target.Run(limit);
            Console.WriteLine($"  {target.Name,-52} {tried,9} inputs");
            return tried;
        }
        catch (CsCheckException exception)
        {
            findings++;
            Console.WriteLine($"  {target.Name,-52}   FINDING; its seed is below: ./dev fuzz --target \"{target.Name}\" --seed SEED");
            Console.WriteLine(exception.Message);
            Console.WriteLine(exception.InnerException);
            return 0;
        }
    }

    private static int PrintCosts()
    {
        Console.WriteLine("A hostile megabyte to a plain one:");
        var findings = 0;
        foreach (var (provider, kind, ratio) in HostileCosts.Measure())
        {
            var isMet = ratio <= HostileCosts.Limit;
            findings += isMet ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"  {provider,-18} {kind,-33} {ratio,9:0.0}  limit {HostileCosts.Limit} {(isMet ? "met" : "EXCEEDED")}"));
        }

        return findings;
    }
}
