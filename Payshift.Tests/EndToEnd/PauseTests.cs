using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>Pauses of the queue and of providers, over HTTP.</summary>
[Collection(HostsCollection.Name)]
public sealed class PauseTests(ServicesFixture services) : ServicesTest(services)
{
    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());

    [Fact]
    public async Task A_paused_provider_s_webhooks_are_received_held_and_processed_when_it_is_resumed()
    {
        await using var host = await StartAsync();
        var paused = await PostAsync(host, "queue/pause?provider=Stripe");
        Assert.True(paused.GetProperty("changed").GetBoolean());
        Assert.True(paused.GetProperty("paused").GetProperty("providersSince").TryGetProperty("stripe", out _));
        Assert.False((await PostAsync(host, "queue/pause?provider=stripe")).GetProperty("changed").GetBoolean());

        await SendAsync(host, "stripe");
        await SendAsync(host, "paystack");
        Assert.Equal(1, (await PostAsync(host, "process")).GetProperty("processed").GetInt32());
        Assert.Equal(1, (await StatsAsync(host)).GetProperty("held").GetProperty("stripe").GetInt64());

        Assert.True((await PostAsync(host, "queue/resume?provider=stripe")).GetProperty("changed").GetBoolean());
        Assert.Equal(1, (await PostAsync(host, "process")).GetProperty("processed").GetInt32());
        Assert.Equal(2, (await StatsAsync(host)).GetProperty("counters").GetProperty("processed").GetInt64());
    }

    [Fact]
    public async Task A_paused_queue_receives_and_says_so_to_who_would_process_it()
    {
        await using var host = await StartAsync();
        await PostAsync(host, "queue/pause");
        await SendAsync(host, "stripe");

        var drain = await PostAsync(host, "process");
        Assert.Equal(("paused", 0), (drain.GetProperty("end").GetString(), drain.GetProperty("processed").GetInt32()));

        await PostAsync(host, "queue/resume");
        Assert.Equal(1, (await PostAsync(host, "process")).GetProperty("processed").GetInt32());
    }

    [Fact]
    public async Task Pausing_asks_for_a_known_provider_and_for_the_key()
    {
        await using var host = await StartAsync();
        using var unknown = await host.Client.PostAsync(new Uri("/payment/admin/queue/pause?provider=nopay", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        host.Client.DefaultRequestHeaders.Remove("x-functions-key");
        using var keyless = await host.Client.PostAsync(new Uri("/payment/admin/queue/pause", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Unauthorized, keyless.StatusCode);
    }

    /// <summary>A host that processes by hand only: a timer may notice a pause half a second late.</summary>
    private Task<HostProcess> StartAsync()
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["ProcessSchedule"] = Schedules.Never;
        return HostProcess.StartAsync(settings);
    }

    private async Task SendAsync(HostProcess host, string provider)
    {
        using var answer = await host.Client.SendAsync(ReceiveToRecordTests.Create(_samples[provider]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<JsonElement> PostAsync(HostProcess host, string route)
    {
        using var answer = await host.Client.PostAsync(new Uri($"/payment/admin/{route}", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private static async Task<JsonElement> StatsAsync(HostProcess host)
    {
        using var answer = await host.Client.GetAsync(new Uri("/payment/admin/stats", UriKind.Relative));
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }
}
