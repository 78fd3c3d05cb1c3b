using System.Diagnostics;
using CsCheck;

namespace Payshift.Tests.Fuzzing;

/// <summary>A run over inputs that follow from a seed, on every processor, until one fails or the limit is reached.</summary>
internal sealed class FuzzSequence<T>(Gen<T> inputs, Action<T> holds, long maxInputs, int? seconds)
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();

    private (string Seed, Exception Exception)? _failing;
    private long _tried;

    public long Tried => Math.Min(maxInputs, Interlocked.Read(ref _tried));

    /// <returns>The seed of an input for which it does not hold; null where none was found.</returns>
    public (string Seed, Exception Exception)? Run(string seed)
    {
        // With a single input to try it is the first worker's, which the seed stands for.
        Parallel.For(0, Math.Min(Environment.ProcessorCount, maxInputs), worker => Try(FuzzSeed.Of(seed, (int)worker)));
        return _failing;
    }

    private void Try(PCG random)
    {
        while (_failing is null && !IsOver && Interlocked.Increment(ref _tried) <= maxInputs)
        {
            var state = random.State;
            try
            {
                holds(inputs.Generate(random, null, out _));
            }
            catch (Exception exception)
            {
                lock (_lock)
                {
                    _failing ??= (random.ToString(state), exception);
                }
            }
        }
    }

    private bool IsOver => seconds is { } limit && Stopwatch.GetElapsedTime(_started).TotalSeconds >= limit;
}
