using CsCheck;
using Payshift.Core.Processing.Retries;

namespace Payshift.Tests.Processing.Retries;

public sealed class RetryBackoffTests
{
    [Fact]
    public void A_delay_lies_between_the_base_and_three_times_the_last_one_and_under_the_cap() =>
        Gen.Select(Gen.Int[2, 60], Gen.Double[0, 0.999_999], Gen.Double[0.1, 3600], Gen.Double[1, 50], Gen.Double[1, 50])
            .Sample((attempt, draw, baseSeconds, factor, lastFactor) =>
            {
                var options = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(baseSeconds), MaxDelay = TimeSpan.FromSeconds(baseSeconds * factor) };
                var last = Math.Min(lastFactor, Math.Pow(3, attempt - 1)) * baseSeconds;

                var delay = RetryBackoff.Delay(attempt, TimeSpan.FromSeconds(lastFactor * baseSeconds), options, draw).TotalSeconds;

                Assert.InRange(delay, baseSeconds - 0.001, Math.Min(3 * last, options.MaxDelay.TotalSeconds) + 0.001);
            }, iter: 5000);

    [Fact]
    public void The_largest_draws_triple_until_the_cap()
    {
        var options = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(20) };
        var delays = new List<double>();
        var last = TimeSpan.Zero;
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            last = RetryBackoff.Delay(attempt, last, options, 1);
            delays.Add(last.TotalSeconds);
        }

        Assert.Equal([3, 9, 20, 20], delays);
    }

    [Fact]
    public void A_wait_that_a_provider_asked_for_does_not_stretch_the_next()
    {
        var options = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromHours(5) };

        Assert.Equal(9, RetryBackoff.Delay(2, TimeSpan.FromHours(1), options, 1).TotalSeconds);
    }

    [Fact]
    public void What_failed_together_does_not_return_together()
    {
        var options = new RetryOptions();
        var delays = Enumerable.Range(0, 100).Select(number => RetryBackoff.Delay(1, TimeSpan.Zero, options, number / 100.0));

        Assert.Equal(100, delays.Distinct().Count());
    }
}
