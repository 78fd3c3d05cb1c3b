using Microsoft.Extensions.Options;
using Payshift.Core.Processing;
using Payshift.Core.Scaling;

namespace Payshift.Tests.Scaling;

public sealed class InstanceThroughputTests
{
    private readonly InstanceThroughput _throughput = new(Options.Create(new ScaleOutOptions { InstanceThroughput = 600 }));

    [Fact]
    public void It_is_the_configured_one_until_a_drain_shows_more()
    {
        Assert.Equal(600, _throughput.PerMinute);

        _throughput.Observe(Drain(processed: 900, seconds: 30));

        Assert.Equal(1800, _throughput.PerMinute);
    }

    [Fact]
    public void Later_drains_count_more_than_earlier_ones()
    {
        _throughput.Observe(Drain(processed: 900, seconds: 30));
        for (var i = 0; i < 20; i++)
        {
            _throughput.Observe(Drain(processed: 500, seconds: 30));
        }

        Assert.InRange(_throughput.PerMinute, 1000, 1010);
    }

    [Fact]
    public void It_never_falls_below_the_configured_one()
    {
        _throughput.Observe(Drain(processed: 1, seconds: 50));

        Assert.Equal(600, _throughput.PerMinute);
    }

    [Theory]
    [InlineData(1, QueueRunEnd.Empty)]
    [InlineData(30, QueueRunEnd.Unavailable)]
    [InlineData(30, QueueRunEnd.Canceled)]
    public void Drains_that_show_no_pace_are_left_out(int seconds, QueueRunEnd end)
    {
        _throughput.Observe(Drain(processed: 100_000, seconds, end));

        Assert.Equal(600, _throughput.PerMinute);
    }

    private static QueueRunSummary Drain(int processed, int seconds, QueueRunEnd end = QueueRunEnd.Empty) =>
        new(processed, processed, 0, 0, TimeSpan.FromSeconds(seconds), end);
}
