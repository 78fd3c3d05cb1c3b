using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Storage;

namespace Payshift.Tests.Operations.Health;

[Collection(ServicesCollection.Name)]
public sealed class HealthReaderTests(ServicesFixture services) : ServicesTest(services)
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly Mock<ITableProbe> _tables = new();
    private PayshiftApp _app = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _app = Compose(Services);
        _tables.Setup(it => it.PingAsync(It.IsAny<CancellationToken>())).Returns(Task.CompletedTask);
    }

    public override async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task However_many_ask_the_services_are_asked_once_in_two_seconds()
    {
        var health = Create();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => health.ReadAsync(default)));
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Equal(HealthStatus.Ready, (await health.ReadAsync(default)).Status);
        _tables.Verify(it => it.PingAsync(It.IsAny<CancellationToken>()), Times.Once);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await health.ReadAsync(default);
        _tables.Verify(it => it.PingAsync(It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Fact]
    public async Task Tables_that_do_not_answer_make_it_unavailable()
    {
        _tables.Setup(it => it.PingAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new StorageUnavailableException("away", new TimeoutException()));

        var report = await Create().ReadAsync(default);

        Assert.Equal((HealthStatus.Unavailable, true, false), (report.Status, report.Redis.Answers, report.Tables.Answers));
    }

    [Fact]
    public async Task Tables_that_hang_are_given_up()
    {
        _tables.Setup(it => it.PingAsync(It.IsAny<CancellationToken>())).Returns(new TaskCompletionSource().Task);

        var reading = Create().ReadAsync(default);
        await Eventually.TrueAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(4));
                return reading.IsCompleted;
            },
            TimeSpan.FromSeconds(30),
            "the report");

        Assert.Equal(HealthStatus.Unavailable, (await reading).Status);
    }

    [Fact]
    public async Task A_process_timer_that_never_runs_degrades_in_time()
    {
        var health = Create();
        Assert.Equal(HealthStatus.Ready, (await health.ReadAsync(default)).Status);

        _clock.Advance(TimeSpan.FromMinutes(6));
        var report = await health.ReadAsync(default);

        Assert.Equal(HealthStatus.Degraded, report.Status);
        Assert.True(Assert.Single(report.Timers, timer => timer.Name == "ProcessBatches").IsOverdue);
    }

    [Theory]
    [InlineData(4, HealthStatus.Ready)]
    [InlineData(7, HealthStatus.Degraded)]
    public async Task A_process_timer_that_stopped_degrades_in_time(int minutes, HealthStatus expected)
    {
        var timers = _app.Services.GetRequiredService<TimerRuns>();
        await timers.RunAsync("ProcessBatches", DateTime.UtcNow.AddMinutes(1), () => Task.FromResult(0));
        var health = Create();

        _clock.Advance(TimeSpan.FromMinutes(minutes));

        var report = await health.ReadAsync(default);
        Assert.Equal(expected, report.Status);
        Assert.NotNull(Assert.Single(report.Timers).AgeSeconds);
    }

    private HealthReader Create() => new(
        _app.Services.GetRequiredService<IWebhookQueue>(), _tables.Object, _app.Services.GetRequiredService<TimerRuns>(), _clock);

    private static PayshiftApp Compose(ServicesFixture services) => new(services);
}
