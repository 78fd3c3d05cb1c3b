using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Core.Scaling;
using Payshift.Core.Scaling.History;
using Payshift.LocalHost;
using Payshift.LocalHost.Functions;
using Payshift.Tests.Scaling;
using Payshift.Tests.Verification;

namespace Payshift.Tests.Operations.Timers;

[Collection(ServicesCollection.Name)]
public sealed class ScheduledRunsTests(ServicesFixture services) : ServicesTest(services)
{
    private const string Key = "key-of-the-process-function";
    private const int Backlog = 1000;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> _log = new();

    [Fact]
    public async Task More_than_one_instance_can_work_off_engages_others_with_the_key_which_no_log_shows()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var app = Create(others.Url);
        await FillAsync(app);

        var summary = await RunAsync(app);

        Assert.Equal(Backlog, summary.Processed);
        await CalledAsync(others, 3);
        Assert.Equal(Enumerable.Repeat($"POST /payment/admin/process {Key}", 3), others.Calls);
        Assert.Contains(_log, line => line.Contains("4 instances are to drain", StringComparison.Ordinal));
        Assert.DoesNotContain(_log, line => line.Contains(Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_calls_an_instance_are_made_where_its_platform_takes_several()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var app = Create(others.Url, settings => settings["Payshift:ScaleOut:CallsPerInstance"] = "5");
        await FillAsync(app);

        await RunAsync(app);

        await CalledAsync(others, 15);
        Assert.Equal(15, others.Calls.Count);
    }

    [Fact]
    public async Task A_doubled_run_engages_nobody_a_second_time()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var first = Create(others.Url);
        await using var second = Create(others.Url);
        await FillAsync(first);

        await Task.WhenAll(RunAsync(first), RunAsync(second), RunAsync(second));

        await CalledAsync(others, 3);
        // A minute may have ended meanwhile; then there are two runs that count, the second with what was left.
        var minutes = (await History(first).ReadAsync(5)).Count;
        Assert.InRange(others.Calls.Count, 3, 3 * minutes);
    }

    [Fact]
    public async Task Arrivals_that_are_foreseen_engage_others_before_anything_waits()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var app = Create(others.Url);
        // 1,000 webhooks a minute for the last twenty minutes, all of them worked off.
        await new HistoryFiller(Services).FillAsync(minutes: 20, perMinute: 1000);
        await Services.Redis.GetDatabase().HashSetAsync("payshift:{0}:counters", "received", 20_000);

        var summary = await RunAsync(app);

        Assert.Equal(0, summary.Processed);
        await CalledAsync(others, 3);
        Assert.Equal(3, others.Calls.Count);
    }

    [Fact]
    public async Task A_quiet_queue_engages_nobody()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var app = Create(others.Url);
        await app.Queue.EnqueueAsync(SampleWebhooks.Many(10));

        Assert.Equal(10, (await RunAsync(app)).Processed);

        Assert.Empty(others.Calls);
    }

    [Fact]
    public async Task Alone_it_only_notes_the_totals()
    {
        await using var others = await ProcessEndpoint.StartAsync();
        await using var app = Create(others.Url, settings => settings["Payshift:ScaleOut:MaxInstances"] = "1");
        await FillAsync(app);

        await RunAsync(app);

        Assert.Empty(others.Calls);
        Assert.Equal(Backlog, (await History(app).ReadAsync(5))[0].Totals.Received);
    }

    [Theory]
    [InlineData(StatusCodes.Status401Unauthorized, "Set Payshift__ScaleOut__Key")]
    [InlineData(StatusCodes.Status403Forbidden, "Set Payshift__ScaleOut__Key")]
    [InlineData(StatusCodes.Status503ServiceUnavailable, "Failed (503)")]
    public async Task What_the_others_answer_is_told_and_the_drain_goes_on(int status, string expected)
    {
        await using var others = await ProcessEndpoint.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        await using var app = Create(others.Url);
        await FillAsync(app);

        Assert.Equal(Backlog, (await RunAsync(app)).Processed);

        await LoggedAsync(expected);
        var line = Assert.Single(_log, line => line.Contains(expected, StringComparison.Ordinal));
        Assert.Contains("3 calls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_does_not_take_the_key_elsewhere()
    {
        await using var elsewhere = await ProcessEndpoint.StartAsync();
        await using var others = await ProcessEndpoint.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere.Url, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        });
        await using var app = Create(others.Url);
        await FillAsync(app);

        await RunAsync(app);

        await LoggedAsync("3 calls to the process function engaged no instance: Failed (307)");
        Assert.Equal(3, others.Calls.Count);
        Assert.Empty(elsewhere.Calls);
    }

    [Fact]
    public async Task An_address_that_nobody_answers_at_does_not_keep_the_drain_from_its_work()
    {
        await using var app = Create("http://127.0.0.1:1");
        await FillAsync(app);

        Assert.Equal(Backlog, (await RunAsync(app)).Processed);

        await LoggedAsync("Unanswered (ConnectionError)");
    }

    [Fact]
    public async Task An_instance_that_does_not_answer_holds_the_run_up_for_seconds_only()
    {
        var never = new TaskCompletionSource();
        await using var others = await ProcessEndpoint.StartAsync(context => never.Task.WaitAsync(context.RequestAborted));
        var time = new FakeTimeProvider();
        await using var app = Create(others.Url, configure: collection => collection.AddSingleton<TimeProvider>(time));
        await FillAsync(app);

        var run = RunAsync(app);
        await Eventually.TrueAsync(async () => (await app.Queue.GetStatsAsync()).Counters.Processed == Backlog, Soon, "the queue is drained");
        await CalledAsync(others, 3);
        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(ScaleOutConstants.Patience);
                return run.IsCompleted;
            },
            Soon,
            "the run ends while its calls go on");

        Assert.Equal(Backlog, (await run).Processed);
        never.SetResult();
    }

    [Fact]
    public async Task Without_Redis_the_run_ends_as_the_drain_does()
    {
        await using var app = Create("http://127.0.0.1:1", settings => settings["Payshift:Redis:ConnectionString"] = "127.0.0.1:1");

        Assert.Equal(QueueRunEnd.Unavailable, (await RunAsync(app)).End);

        await LoggedAsync("were not noted");
    }

    [Fact]
    public void The_function_that_is_called_is_the_one_that_drains_and_engages_nobody()
    {
        var function = Assert.Single(
            FunctionCatalog.Read(new LocalHostSetup().FunctionTypes).Http, function => function.Name == "AdminProcess");

        Assert.Equal(ScaleOutConstants.ProcessRoute, function.Route);
        Assert.Equal(["POST"], function.Methods);
        Assert.DoesNotContain(
            function.Method.DeclaringType!.GetConstructors().Single().GetParameters(), parameter => parameter.ParameterType == typeof(ScheduledRuns));
    }

    private static RedisArrivalHistory History(PayshiftApp app) => app.Services.GetRequiredService<RedisArrivalHistory>();

    private static Task<QueueRunSummary> RunAsync(PayshiftApp app) => app.Services.GetRequiredService<ScheduledRuns>().ProcessAsync("ProcessBatches", null, CancellationToken.None);

    /// <summary>The run itself waits for its calls for some seconds only.</summary>
    private static Task CalledAsync(ProcessEndpoint others, int calls) =>
        Eventually.TrueAsync(() => others.Calls.Count >= calls, Soon, "the others are called");

    private Task LoggedAsync(string text) =>
        Eventually.TrueAsync(() => _log.Any(line => line.Contains(text, StringComparison.Ordinal)), Soon, $"'{text}' is logged");

    private static async Task FillAsync(PayshiftApp app)
    {
        foreach (var chunk in SampleWebhooks.Many(Backlog, Guid.NewGuid().ToString("N")[..8]).Chunk(500))
        {
            await app.Queue.EnqueueAsync(chunk);
        }
    }

    // 60 webhooks a minute: 50 a run, and four instances at most.
    private PayshiftApp Create(
        string url, Action<Dictionary<string, string?>>? configured = null, Action<IServiceCollection>? configure = null) => new(
        Services,
        settings =>
        {
            settings["Payshift:Processing:BatchSize"] = "100";
            settings["Payshift:ScaleOut:MaxInstances"] = "4";
            settings["Payshift:ScaleOut:InstanceThroughput"] = "60";
            settings["Payshift:ScaleOut:Url"] = url;
            settings["Payshift:ScaleOut:Key"] = Key;
            configured?.Invoke(settings);
        },
        collection =>
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new LineLoggerProvider(_log.Enqueue)));
            configure?.Invoke(collection);
        });
}
