using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>Two LocalHosts on one queue: the timer of one engages the other over HTTP.</summary>
[Collection(HostsCollection.Name)]
public sealed class ScaleOutOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private const int Count = 400;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task The_timer_of_one_host_has_another_drain_too()
    {
        await using var other = await HostProcess.StartAsync(Settings());
        await SendAsync(other);

        await using var host = await HostProcess.StartAsync(Settings(other, HostProcess.Key));

        await Eventually.TrueAsync(async () => await WaitingAsync() == 0, Soon, "the queue is empty");
        await Eventually.TrueAsync(
            () => host.Output.Contains("Instances drained by 1 calls", StringComparison.Ordinal), Soon, "the call was answered");
        Assert.Contains("2 instances are to drain", host.Output, StringComparison.Ordinal);
        await Eventually.TrueAsync(
            () => other.Output.Contains("BatchRecorder", StringComparison.Ordinal), Soon, "the other says that it drained");
        Assert.DoesNotContain(HostProcess.Key, host.Output + other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_the_other_refuses_is_told_and_the_timer_drains_alone()
    {
        await using var other = await HostProcess.StartAsync(Settings());
        await SendAsync(other);
        await using var host = await HostProcess.StartAsync(Settings(other, "a-key-that-opens-nothing"));

        await Eventually.TrueAsync(async () => await WaitingAsync() == 0, Soon, "the queue is empty");
        await Eventually.TrueAsync(
            () => host.Output.Contains("Set Payshift__ScaleOut__Key", StringComparison.Ordinal), Soon, "the refusal is told");
        Assert.DoesNotContain("BatchRecorder", other.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a-key-that-opens-nothing", host.Output + other.Output, StringComparison.Ordinal);
    }

    private static async Task SendAsync(HostProcess host)
    {
        var sample = new SampleCatalog(TimeProvider.System, new Random())["stripe"];
        foreach (var chunk in Enumerable.Range(0, Count).Select(_ => ReceiveToRecordTests.Create(sample, "charge.succeeded")).Chunk(50))
        {
            await Task.WhenAll(chunk.Select(async delivery =>
            {
                using var answer = await host.Client.SendAsync(delivery);
                answer.EnsureSuccessStatusCode();
            }));
        }
    }

    /// <summary>A host whose timer does not run as long as a test lasts.</summary>
    private Dictionary<string, string?> Settings()
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["ProcessSchedule"] = Schedules.Never;
        settings["Logging:LogLevel:Payshift"] = "Debug";
        return settings;
    }

    /// <summary>A host that drains every second, and so slowly that there is something left for the other.</summary>
    private Dictionary<string, string?> Settings(HostProcess other, string key)
    {
        var settings = Settings();
        settings["ProcessSchedule"] = "*/1 * * * * *";
        settings["Payshift:Processing:BatchSize"] = "1";
        settings["Payshift:Processing:Concurrency"] = "1";
        settings["Payshift:ScaleOut:MaxInstances"] = "2";
        settings["Payshift:ScaleOut:InstanceThroughput"] = "60";
        settings["Payshift:ScaleOut:Url"] = $"{other.Client.BaseAddress}";
        settings["Payshift:ScaleOut:Key"] = key;
        return settings;
    }

    private async Task<long> WaitingAsync() => (await Task.WhenAll(Enumerable.Range(0, 4).Select(partition =>
        Services.Redis.GetDatabase().HashLengthAsync($"payshift:{{{partition}}}:envelopes")))).Sum();
}
