using Payshift.Core.Scaling;

namespace Payshift.Tests.Scaling;

public sealed class ScaleOutPlannerTests
{
    // 600 webhooks a minute for 50 seconds: 500 a run. Arrivals are those of five minutes.
    [Theory]
    [InlineData(0, new double[0], 1)]
    [InlineData(0, new double[] { 0, 0 }, 1)]
    [InlineData(500, new double[] { 0 }, 1)]
    [InlineData(501, new double[] { 0 }, 2)]
    [InlineData(0, new double[] { 2500 }, 1)]
    [InlineData(0, new double[] { 2600 }, 2)]
    [InlineData(0, new double[] { 100, 7600, 100 }, 4)]
    [InlineData(1200, new double[] { 2600 }, 3)]
    [InlineData(1200, new double[] { 10_100 }, 5)]
    [InlineData(1e9, new double[] { 1e9 }, 8)]
    public void Enough_instances_for_what_waits_and_for_the_fullest_step(double waiting, double[] upper, int expected)
    {
        var plan = ScaleOutPlanner.Plan(waiting, upper, throughput: 600, TimeSpan.FromSeconds(50), maxInstances: 8);

        Assert.Equal(expected, plan.Instances);
        Assert.Equal(500, plan.Capacity, 6);
    }

    [Fact]
    public void A_drain_that_outlasts_its_minute_counts_as_a_minute() =>
        Assert.Equal(600, ScaleOutPlanner.Plan(0, [], 600, TimeSpan.FromMinutes(3), 8).Capacity);

    [Fact]
    public void One_instance_at_most_is_one_whatever_waits() =>
        Assert.Equal(1, ScaleOutPlanner.Plan(1e9, [1e9], 1, TimeSpan.FromSeconds(50), 1).Instances);
}
