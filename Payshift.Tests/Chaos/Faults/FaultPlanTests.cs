using Payshift.Chaos.Faults;

namespace Payshift.Tests.Chaos.Faults;

public sealed class FaultPlanTests
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(2);

    [Fact]
    public void The_same_seed_gives_the_same_faults_and_another_one_others()
    {
        Assert.Equal(Make(1), Make(1));
        Assert.NotEqual(Make(1), Make(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nothing_suffers_two_faults_at_once_and_all_end_in_time(int seed)
    {
        var faults = Make(seed);

        Assert.All(faults, fault => Assert.True(fault.End < Duration));
        foreach (var ofTarget in faults.GroupBy(fault => fault.Target))
        {
            Assert.All(ofTarget.Zip(ofTarget.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.At));
        }
    }

    [Fact]
    public void Ten_minutes_see_every_kind()
    {
        var kinds = FaultPlan.Make(TimeSpan.FromMinutes(10), 2, 3, new Random(1)).Select(fault => fault.Kind).Distinct();

        Assert.Equal(Enum.GetValues<FaultKind>(), kinds.Order());
    }

    private static IReadOnlyList<Fault> Make(int seed) => FaultPlan.Make(Duration, 2, 3, new Random(seed));
}
