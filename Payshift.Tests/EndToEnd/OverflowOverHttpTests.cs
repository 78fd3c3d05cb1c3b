using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Results;
using Payshift.Samples;
using StackExchange.Redis;

namespace Payshift.Tests.EndToEnd;

/// <summary>Deliveries over HTTP while Redis, or Redis and Table Storage, are away, and their fate once these are back.</summary>
[Collection(HostsCollection.Name)]
public sealed class OverflowOverHttpTests(ServicesFixture services) : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];
    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());
    private ServerProcess _redis = null!;

    public async Task InitializeAsync()
    {
        await InboxRows.EmptyAsync(services);
        _redis = await ServerProcess.StartRedisAsync();
    }

    public async Task DisposeAsync()
    {
        await _redis.DisposeAsync();
        await InboxRows.EmptyAsync(services);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_overflow_every_delivery_is_accepted_and_every_webhook_processed_once_after_the_return(bool paused)
    {
        await using var host = await HostProcess.StartAsync(Settings("Table"));
        var before = Create("stripe");
        await SendAcceptedAsync(host, before);

        await (paused ? _redis.PauseAsync() : _redis.KillAsync());
        SampleDelivery[] during = [.. Enumerable.Range(0, 30).Select(index => Create(index % 2 == 0 ? "stripe" : "paystack")), SeveralEvents(3)];
        foreach (var few in during.Chunk(8))
        {
            await Task.WhenAll(few.Select(delivery => SendAcceptedAsync(host, delivery)));
        }

        await SendAcceptedAsync(host, before);
        await SendAcceptedAsync(host, during[0]);
        Assert.InRange(await InboxRows.CountAsync(services), 35, int.MaxValue);

        await (paused ? _redis.ResumeAsync() : _redis.RestartAsync());
        await using var redis = await ConnectionMultiplexer.ConnectAsync(PatientRedis.ConnectionString(_redis.Port));
        await Eventually.TrueAsync(async () => await CounterAsync(redis, "processed") >= 34, Soon, "everything is processed");
        await Eventually.TrueAsync(async () => await InboxRows.CountAsync(services) == 0, Soon, "the inbox is empty");

        Assert.Equal(34, await CounterAsync(redis, "received"));
        Assert.Equal(34, await CounterAsync(redis, "processed"));
        var table = new TableClient(services.TablesConnectionString, TableNames.Results);
        foreach (var delivery in during.SkipLast(1).Append(before))
        {
            var row = Assert.Single(await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"EventId eq {delivery.EventId}")).ToListAsync());
            Assert.Equal(ResultRecord.Processed, row.GetString("Outcome"));
        }
    }

    [Fact]
    public async Task Without_overflow_the_provider_is_told_to_come_again_until_redis_is_back()
    {
        await using var host = await HostProcess.StartAsync(Settings("None"));
        await SendAcceptedAsync(host, Create("stripe"));
        await _redis.KillAsync();

        var refused = Create("stripe");
        await SendRefusedAsync(host, refused);
        Assert.Equal(0, await InboxRows.CountAsync(services));

        await _redis.RestartAsync();
        await host.SendUntilTakenAsync(refused);
    }

    [Fact]
    public async Task When_table_storage_is_away_too_the_provider_is_told_to_come_again()
    {
        await using var azurite = await ServerProcess.StartAzuriteAsync();
        var settings = Settings("Table");
        settings["Payshift:Tables:ConnectionString"] = Regex.Replace(
            services.TablesConnectionString, @"(?<=127\.0\.0\.1:)\d+", $"{azurite.Port}");
        await using var host = await HostProcess.StartAsync(settings);
        var delivery = Create("stripe");
        await _redis.KillAsync();
        await azurite.PauseAsync();

        await SendRefusedAsync(host, delivery);

        await azurite.ResumeAsync();
        await host.SendUntilTakenAsync(delivery);
        await _redis.RestartAsync();
        await using var redis = await ConnectionMultiplexer.ConnectAsync(PatientRedis.ConnectionString(_redis.Port));
        await Eventually.TrueAsync(async () => await CounterAsync(redis, "processed") == 1, Soon, "the delivery is processed");
    }

    private Dictionary<string, string?> Settings(string overflow)
    {
        var settings = ReceiveToRecordTests.Settings(services);
        settings["Payshift:Redis:ConnectionString"] = $"127.0.0.1:{_redis.Port}";
        settings["Payshift:Receiving:Overflow"] = overflow;
        return settings;
    }

    private SampleDelivery Create(string provider) => ReceiveToRecordTests.Create(_samples[provider]);

    private SampleDelivery SeveralEvents(int count)
    {
        var events = Enumerable.Range(0, count).Select(number =>
            $$$"""{"id":"EV{{{_run}}}{{{number}}}","resource_type":"payments","action":"confirmed","links":{"payment":"PM{{{_run}}}{{{number}}}"}}""");
        var body = Encoding.UTF8.GetBytes($$"""{"events":[{{string.Join(',', events)}}]}""");
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData("gocardless-secret"u8, body));
        return new SampleDelivery("gocardless", body, new Dictionary<string, string> { ["Webhook-Signature"] = signature }, "", "", "");
    }

    /// <summary>
    /// At once, unless the machine is too busy to write a row within the 2.5 s that there are: then its provider sends it again,
    /// and it may have two rows.
    /// </summary>
    private static Task SendAcceptedAsync(HostProcess host, SampleDelivery delivery) => Eventually.TrueAsync(async () =>
    {
        using var answer = await host.Client.SendAsync(delivery);
        Assert.True(
            answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable,
            $"{delivery.Provider} was answered {answer.StatusCode}.\n{host.Output}");
        return answer.IsSuccessStatusCode;
    }, Soon, $"{delivery.Provider} is accepted");

    private static async Task SendRefusedAsync(HostProcess host, SampleDelivery delivery)
    {
        using var answer = await host.Client.SendAsync(delivery);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    private static async Task<long> CounterAsync(ConnectionMultiplexer redis, string counter)
    {
        var values = await Task.WhenAll(Enumerable.Range(0, 4).Select(partition => redis.GetDatabase().HashGetAsync($"payshift:{{{partition}}}:counters", counter)));
        return values.Sum(value => (long)value);
    }
}
