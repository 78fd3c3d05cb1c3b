using Payshift.Cli.Invocation;
using Payshift.Tests.EndToEnd;

namespace Payshift.Tests.Cli.EndToEnd;

/// <summary>A Payshift and the command that works with it, directly or over a host.</summary>
internal sealed class OperatorScene(PayshiftApp app, HostProcess? host, Dictionary<string, string?> environment) : IAsyncDisposable
{
    public PayshiftApp App => app;

    public Dictionary<string, string?> Environment => environment;

    public static async Task<OperatorScene> StartAsync(ServicesFixture services, bool direct)
    {
        var app = new PayshiftApp(services);
        if (direct)
        {
            return new OperatorScene(app, null, new Dictionary<string, string?>
            {
                ["Payshift__Redis__ConnectionString"] = services.RedisConnectionString,
                ["Payshift__Redis__Partitions"] = "4",
                ["Payshift__Tables__ConnectionString"] = services.TablesConnectionString,
                ["Payshift__Tables__Buckets"] = "4",
            });
        }

        var settings = ReceiveToRecordTests.Settings(services);
        settings["ProcessSchedule"] = Schedules.Never;
        settings["CleanupSchedule"] = Schedules.Never;
        var host = await HostProcess.StartAsync(settings);
        return new OperatorScene(app, host, new Dictionary<string, string?>
        {
            ["PAYSHIFT_URL"] = host.Client.BaseAddress!.ToString(),
            ["PAYSHIFT_KEY"] = HostProcess.Key,
        });
    }

    public Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.RunAsync(arguments, environment);

    public async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var run = await RunAsync([.. arguments, "--output", "json"]);
        Assert.Equal((ExitCodes.Success, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }

        await app.DisposeAsync();
    }
}
