using CsCheck;
using Payshift.Core.Retry;

namespace Payshift.Tests.Retry;

public sealed class RetryBackoffTests
{
    [Fact]
    public void A_delay_lies_between_half_of_the_exponential_one_and_all_of_it() =>
        Gen.Select(Gen.Int[1, 60], Gen.Double[0, 0.999_999], Gen.Double[0.1, 3600], Gen.Double[1, 50])
            .Sample((attempt, draw, baseSeconds, factor) =>
            {
                var options = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(baseSeconds), MaxDelay = TimeSpan.FromSeconds(baseSeconds * factor) };
                var exponential = Math.Min(options.BaseDelay.TotalSeconds * Math.Pow(2, attempt - 1), options.MaxDelay.TotalSeconds);

                var delay = RetryBackoff.Delay(attempt, options, draw).TotalSeconds;

                Assert.InRange(delay, exponential / 2 - 0.001, exponential + 0.001);
            }, iter: 5000);

    [Fact]
    public void Delays_double_until_the_cap()
    {
        var options = new RetryOptions { BaseDelay = TimeSpan.FromSeconds(1), MaxDelay = TimeSpan.FromSeconds(6) };

        var delays = Enumerable.Range(1, 5).Select(attempt => RetryBackoff.Delay(attempt, options, 0).TotalSeconds);

        Assert.Equal([0.5, 1, 2, 3, 3], delays);
    }
}
