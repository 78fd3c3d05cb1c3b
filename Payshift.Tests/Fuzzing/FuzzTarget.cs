using CsCheck;

namespace Payshift.Tests.Fuzzing;

/// <summary>Something that must hold for any input. The tests try it shortly, <c>./dev fuzz</c> for as long as is wanted.</summary>
internal sealed class FuzzTarget
{
    private readonly Func<FuzzLimit, long> _run;

    private FuzzTarget(string name, Func<FuzzLimit, long> run) => (Name, _run) = (name, run);

    public string Name { get; }

    /// <param name="count">Inputs of a short run.</param>
    /// <param name="holds">Throws where it does not.</param>
    public static FuzzTarget Create<T>(string name, int count, Gen<T> inputs, Action<T> holds) => new(name, limit =>
    {
        var seed = limit.Seed ?? FuzzSeed.Fresh();
        var sequence = new FuzzSequence<T>(inputs, holds, limit.Seconds is null ? count : long.MaxValue, limit.Seconds);
        if (sequence.Run(seed) is { } failing)
        {
            // Looks for the smallest input that fails, and tells of it. What only fails at times is told of as it came.
            inputs.Sample(holds, iter: count, seed: failing.Seed);
            throw new CsCheckException($"It does not hold each time. Set seed: \"{failing.Seed}\" to try it again.", failing.Exception);
        }

        return sequence.Tried;
    });

    /// <returns>How many inputs it was tried with.</returns>
    /// <exception cref="CsCheckException">An input for which it does not hold; the message has the seed that makes it again.</exception>
    public long Run(FuzzLimit limit) => _run(limit);
}
