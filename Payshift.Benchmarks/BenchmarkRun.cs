using Payshift.Benchmarks.Environment;
using Payshift.Benchmarks.Figures;

namespace Payshift.Benchmarks;

/// <summary>Measures all figures, or the named ones, and prints a line for each.</summary>
internal static class BenchmarkRun
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new ReceiveBenchmark(),
        new DrainBenchmark(),
        new CallsBenchmark(),
        new BacklogBenchmark(),
        new ContinuousBenchmark(),
        new PeersBenchmark(),
        new MemoryBenchmark(),
        new SignaturesBenchmark(),
        new VerificationBenchmark(),
        new ScaleOutBenchmark(),
        new CapacityBenchmark(),
    ];

    /// <returns>0 when every goal is met, 1 when one is missed, 2 for a name that is none.</returns>
    public static async Task<int> RunAsync(string[] names)
    {
        if (names.Except(All.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark {unknown}. There is {string.Join(", ", All.Select(benchmark => benchmark.Name))}.");
            return 2;
        }

        var missed = false;
        foreach (var benchmark in All.Where(benchmark => names.Length == 0 || names.Contains(benchmark.Name)))
        {
            await using var services = await BenchmarkServices.StartAsync();
            await foreach (var figure in benchmark.MeasureAsync(services))
            {
                Console.WriteLine(figure);
                missed |= !figure.IsMet;
            }
        }

        return missed ? 1 : 0;
    }
}
