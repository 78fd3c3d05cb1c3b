using System.Diagnostics;
using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>The answers to callers while Redis or Table Storage is away.</summary>
[Collection(HostsCollection.Name)]
public sealed class OutageOverHttpTests(ServicesFixture services) : ServicesTest(services)
{
    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());

    [Fact]
    public async Task While_redis_hangs_a_delivery_is_refused_in_time_and_taken_after_it_returned()
    {
        await using var redis = await ServerProcess.StartRedisAsync();
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["Payshift:Redis:ConnectionString"] = $"127.0.0.1:{redis.Port}";
        await using var host = await HostProcess.StartAsync(settings);
        await host.SendUntilTakenAsync(ReceiveToRecordTests.Create(_samples["stripe"]));

        await redis.PauseAsync();
        await Eventually.FastAsync(async () =>
        {
            var started = Stopwatch.GetTimestamp();
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.Client.SendAsync(ReceiveToRecordTests.Create(_samples["stripe"]))));
            var elapsed = Stopwatch.GetElapsedTime(started);
            Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.StatusCode, answer.Headers.RetryAfter is not null)));
            Array.ForEach(answers, answer => answer.Dispose());
            return elapsed;
        }, TimeSpan.FromSeconds(4), "deliveries are refused");

        await redis.ResumeAsync();
        await host.SendUntilTakenAsync(ReceiveToRecordTests.Create(_samples["stripe"]));
    }

    [Fact]
    public async Task While_table_storage_is_away_deliveries_are_taken_and_operators_are_told_to_come_again()
    {
        var settings = ReceiveToRecordTests.Settings(Services);
        settings["Payshift:Tables:ConnectionString"] = Services.AwayTablesConnectionString;
        await using var host = await HostProcess.StartAsync(settings, untilHealthy: false);

        await SendAsync(host, "stripe");
        using var payment = await host.Client.GetAsync(new Uri("/payment/admin/payments/any", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (payment.StatusCode, payment.Headers.RetryAfter is not null));
        using var process = await host.Client.PostAsync(new Uri("/payment/admin/process", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, process.StatusCode);
        using var health = await host.Client.GetAsync(new Uri("/payment/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.DoesNotContain("table", await health.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("""{"status":"live"}""", await host.Client.GetStringAsync(new Uri("/payment/health/live", UriKind.Relative)));
        var detail = JsonDocument.Parse(await host.Client.GetStringAsync(new Uri("/payment/admin/health", UriKind.Relative))).RootElement;
        Assert.Equal("unavailable", detail.GetProperty("status").GetString());
        Assert.Equal((true, false), (detail.GetProperty("redis").GetProperty("answers").GetBoolean(), detail.GetProperty("tables").GetProperty("answers").GetBoolean()));
        using var stats = await host.Client.GetAsync(new Uri("/payment/admin/stats", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, stats.StatusCode);
    }

    private async Task SendAsync(HostProcess host, string provider)
    {
        using var answer = await host.Client.SendAsync(ReceiveToRecordTests.Create(_samples[provider]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
