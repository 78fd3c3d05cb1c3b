using CsCheck;

namespace Payshift.Tests.Fuzzing;

/// <summary>Seeds from which all inputs of a run follow, in the form that findings tell theirs in.</summary>
internal static class FuzzSeed
{
    public static string Fresh() => new PCG((uint)Random.Shared.Next(), (ulong)Random.Shared.NextInt64()).ToString();

    /// <returns>Random numbers of one of several workers; the first worker's begin with the seed itself.</returns>
    public static PCG Of(string seed, int worker)
    {
        var first = PCG.Parse(seed);
        return worker == 0 ? first : new PCG(first.Stream + (uint)worker, first.State);
    }
}
