using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Startup;
using Payshift.LocalHost.Timers;

namespace Payshift.Tests.LocalHost.Timers;

public sealed class TimerScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 */10 * * * *", 10 * 60)]
    [InlineData("*/5 * * * * *", 5)]
    [InlineData("*/2 * * * *", 2 * 60)]
    public void Reads_six_fields_and_five(string expression, int seconds) =>
        Assert.Equal(Noon.AddSeconds(seconds), TimerSchedule.TryParse(expression)!.Next(Noon));

    [Theory]
    [InlineData("often")]
    [InlineData("")]
    [InlineData("0 99 * * * *")]
    [InlineData("* * *")]
    public void Reads_nothing_else(string expression) => Assert.Null(TimerSchedule.TryParse(expression));

    [Fact]
    public void Takes_the_schedule_from_the_setting() =>
        Assert.Equal(Noon.AddHours(1), Resolve("0 0 * * * *").Next(Noon));

    [Theory]
    [InlineData("often", "CleanupSchedule is no cron expression: often")]
    [InlineData(null, "CleanupSchedule is missing")]
    public void Names_the_setting_that_is_wrong(string? value, string message) =>
        Assert.StartsWith(message, Assert.Throws<HostStartException>(() => Resolve(value)).Message, StringComparison.Ordinal);

    private static TimerSchedule Resolve(string? value)
    {
        var function = Assert.Single(FunctionCatalog.Read([typeof(Cleanup)]).Timers);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("CleanupSchedule", value)]).Build();
        return ScheduleResolver.Resolve(function, configuration);
    }

    private sealed class Cleanup
    {
        [Function("Cleanup")]
        public void Run([TimerTrigger("%CleanupSchedule%")] TimerInfo timer) => _ = timer.IsPastDue;
    }
}
