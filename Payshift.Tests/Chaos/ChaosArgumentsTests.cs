using Payshift.Chaos;

namespace Payshift.Tests.Chaos;

public sealed class ChaosArgumentsTests
{
    [Fact]
    public void Without_any_it_takes_ten_minutes_and_a_seed_of_its_own()
    {
        Assert.Equal(new ChaosArguments(TimeSpan.FromMinutes(10), 77, 30_000), ChaosArguments.Parse([], () => 77));
    }

    [Theory]
    [InlineData("--minutes", "2", "--seed", "5")]
    [InlineData("--minutes=2", "--seed=5")]
    public void A_short_run_still_sends_twenty_thousand(params string[] args)
    {
        Assert.Equal(new ChaosArguments(TimeSpan.FromMinutes(2), 5, 20_000), ChaosArguments.Parse(args, NoSeed));
    }

    [Fact]
    public void Fractions_of_a_minute_and_few_webhooks_are_for_trying_out()
    {
        Assert.Equal(
            new ChaosArguments(TimeSpan.FromMinutes(0.3), 5, 1_000),
            ChaosArguments.Parse(["--minutes", "0.3", "--webhooks", "1000", "--seed", "5"], NoSeed));
    }

    [Theory]
    [InlineData("chaos has no argument --fast.", "--fast")]
    [InlineData("--minutes needs a number.", "--minutes")]
    [InlineData("--minutes is a number from 0.1 to 1440, not 0.", "--minutes", "0")]
    [InlineData("--minutes is a number from 0.1 to 1440, not -1.", "--minutes=-1")]
    [InlineData("--seed is a number from 0 to 2147483647, not x.", "--seed", "x")]
    [InlineData("--webhooks is a number from 100 to 1000000, not 99.", "--webhooks", "99")]
    public void What_cannot_be_read_is_named(string expected, params string[] args)
    {
        Assert.Equal(expected, Assert.Throws<ChaosUsageException>(() => ChaosArguments.Parse(args, () => 1)).Message);
    }

    private static int NoSeed() => throw new InvalidOperationException("A seed was given.");
}
