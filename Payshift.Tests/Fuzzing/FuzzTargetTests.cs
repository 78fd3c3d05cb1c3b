using System.Text.RegularExpressions;
using CsCheck;

namespace Payshift.Tests.Fuzzing;

/// <summary>A short run of what <c>./dev fuzz</c> runs for longer.</summary>
public sealed class FuzzTargetTests
{
    /// <summary>The same inputs each time: it is for <c>./dev fuzz</c> to find new ones.</summary>
    private static readonly FuzzLimit ShortRun = new(Seed: "16KweHbucZWYbSMj");

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_input_breaks_a_provider(string name) =>
        Assert.True(FuzzTargets.All.Single(target => target.Name == name).Run(ShortRun) > 0);

    [Fact]
    public void A_finding_is_told_with_the_seed_that_makes_it_again()
    {
        var finding = Assert.Throws<CsCheckException>(() => SmallNumbersOnly(count: 1_000).Run(new FuzzLimit())).Message;

        var seed = Regex.Match(finding, "seed: \"([^\"]+)\"").Groups[1].Value;
        Assert.NotEmpty(seed);
        Assert.Throws<CsCheckException>(() => SmallNumbersOnly(count: 1).Run(new FuzzLimit(Seed: seed)));
    }

    [Fact]
    public void The_same_seed_makes_the_same_inputs()
    {
        var seed = FuzzSeed.Fresh();

        Assert.Equal(Inputs(seed), Inputs(seed));
        Assert.NotEqual(Inputs(seed), Inputs(FuzzSeed.Fresh()));

        static int[] Inputs(string seed)
        {
            var random = FuzzSeed.Of(seed, worker: 1);
            return [.. Enumerable.Range(0, 20).Select(_ => Gen.Int.Generate(random, null, out var _))];
        }
    }

    [Fact]
    public void Arguments_are_read() => Assert.Equal(
        new FuzzArguments(TimeSpan.FromMinutes(2.5), "stripe: x", "0000"),
        FuzzArguments.Parse(["--minutes", "2.5", "--target", "stripe: x", "--seed", "0000"]));

    [Theory]
    [InlineData("--minutes")]
    [InlineData("--minutes", "0")]
    [InlineData("--minutes", "many")]
    [InlineData("--minutes", "NaN")]
    [InlineData("--fast", "1")]
    public void What_is_no_argument_is_refused(params string[] arguments) => Assert.Null(FuzzArguments.Parse(arguments));

    private static FuzzTarget SmallNumbersOnly(int count) =>
        FuzzTarget.Create("small numbers only", count, Gen.Int[0, 1_000_000], number => Assert.True(number < 900_000));
}
