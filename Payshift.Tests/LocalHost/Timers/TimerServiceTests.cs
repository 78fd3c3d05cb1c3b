using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Payshift.LocalHost.Functions;
using Payshift.LocalHost.Timers;
using Payshift.Tests.LocalHost.Support;

namespace Payshift.Tests.LocalHost.Timers;

public sealed class TimerServiceTests : IAsyncLifetime, IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 30, TimeSpan.Zero);

    private readonly WatchedTime _time = new(Start);
    private readonly Run _run = new();
    private TimerService _service = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _services = new ServiceCollection().AddSingleton(_run).BuildServiceProvider();
        var function = Assert.Single(FunctionCatalog.Read([typeof(EveryMinute)]).Timers);
        _service = new TimerService(
            function,
            TimerSchedule.TryParse("0 */1 * * * *")!,
            _services.GetRequiredService<IServiceScopeFactory>(),
            _time,
            NullLogger<TimerService>.Instance);
        await _service.StartAsync(CancellationToken.None);
        await _time.SomebodyWaitsAsync();
    }

    public async Task DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Fires_when_it_is_due_and_not_before()
    {
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(_run.Started.Reader.TryRead(out _));

        _time.Advance(TimeSpan.FromSeconds(1));
        var first = await NextRunAsync();
        await _time.SomebodyWaitsAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        var second = await NextRunAsync();

        Assert.False(first.IsPastDue);
        Assert.Equal(Minute(2), first.ScheduleStatus!.Next);
        Assert.Equal(default, first.ScheduleStatus.Last);
        Assert.Equal(Minute(1), second.ScheduleStatus!.Last);
        Assert.Equal(Minute(3), second.ScheduleStatus.Next);
    }

    [Fact]
    public async Task Missed_occurrences_are_one_past_due_run_after_the_long_one()
    {
        _run.Gate = new TaskCompletionSource();
        _time.Advance(TimeSpan.FromSeconds(30));
        await NextRunAsync();

        // Three occurrences pass while it runs.
        _time.Advance(TimeSpan.FromMinutes(3.5));
        Assert.Equal(1, _run.Concurrent);
        _run.Gate.SetResult();
        var pastDue = await NextRunAsync();
        await _time.SomebodyWaitsAsync();

        Assert.True(pastDue.IsPastDue);
        Assert.Equal(1, _run.MostConcurrent);
        Assert.False(_run.Started.Reader.TryRead(out _));

        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.False((await NextRunAsync()).IsPastDue);
    }

    [Fact]
    public async Task A_failed_run_does_not_end_the_timer()
    {
        _run.Failure = new InvalidOperationException("once");
        _time.Advance(TimeSpan.FromSeconds(30));
        await NextRunAsync();
        await _time.SomebodyWaitsAsync();

        _run.Failure = null;
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.False((await NextRunAsync()).IsPastDue);
    }

    [Fact]
    public async Task Stopping_cancels_the_run_and_waits_for_it()
    {
        _run.Gate = new TaskCompletionSource();
        _time.Advance(TimeSpan.FromSeconds(30));
        await NextRunAsync();

        await _service.StopAsync(CancellationToken.None).WaitAsync(Patience.Long);

        Assert.True(_run.WasCanceled);
        Assert.Equal(0, _run.Concurrent);
    }

    private static DateTime Minute(int minute) => new(2026, 11, 23, 12, minute, 0, DateTimeKind.Utc);

    private async Task<TimerInfo> NextRunAsync() => await _run.Started.Reader.ReadAsync().AsTask().WaitAsync(Patience.Long);

    private sealed class Run
    {
        private int _concurrent;

        public Channel<TimerInfo> Started { get; } = Channel.CreateUnbounded<TimerInfo>();

        public TaskCompletionSource? Gate { get; set; }

        public Exception? Failure { get; set; }

        public int Concurrent => _concurrent;

        public int MostConcurrent { get; private set; }

        public bool WasCanceled { get; private set; }

        public async Task ExecuteAsync(TimerInfo timer, CancellationToken cancellationToken)
        {
            MostConcurrent = Math.Max(MostConcurrent, Interlocked.Increment(ref _concurrent));
            try
            {
                Started.Writer.TryWrite(timer);
                await (Gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
                if (Failure is not null)
                {
                    throw Failure;
                }
            }
            catch (OperationCanceledException)
            {
                WasCanceled = true;
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref _concurrent);
            }
        }
    }

    private sealed class EveryMinute(Run run)
    {
        [Function("EveryMinute")]
        public Task RunAsync([TimerTrigger("%Unused%")] TimerInfo timer, CancellationToken cancellationToken) =>
            run.ExecuteAsync(timer, cancellationToken);
    }
}
