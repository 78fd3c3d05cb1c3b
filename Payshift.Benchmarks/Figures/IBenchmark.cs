using Payshift.Benchmarks.Environment;

namespace Payshift.Benchmarks.Figures;

/// <summary>Measures figures against a baseline in the same run.</summary>
internal interface IBenchmark
{
    string Name { get; }

    IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services);
}
