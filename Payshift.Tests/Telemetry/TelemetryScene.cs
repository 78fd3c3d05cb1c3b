using System.Security.Cryptography;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Storage.Inbox;
using Payshift.Samples;
using Payshift.Tests.EndToEnd;
using StackExchange.Redis;

namespace Payshift.Tests.Telemetry;

/// <summary>
/// A host that sends its telemetry to a local endpoint, and one of everything that can happen to a webhook: with secrets, card
/// numbers and marks wherever somebody can put them.
/// </summary>
public sealed class TelemetryScene(ServicesFixture services) : IAsyncLifetime
{
    public const string RedisPassword = "redis-password-5f1c";
    public const string PathSecret = "pathsecret0123456789";
    public const string Card = "4242424242424242";
    public const string SpacedCard = "5555 5555 5555 4444";
    public const string Mark = "mark-of-the-payload-7f3a";

    /// <summary>Paused, with a webhook that is held.</summary>
    public const string Held = "stripe";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    public static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>
    {
        [Held] = "whsec_of_the_telemetry",
        ["paystack"] = "sk_test_of_the_telemetry",
        ["flutterwave"] = "hash-of-the-telemetry",
        ["standardwebhooks"] = "whsec_dGVsZW1ldHJ5LXRlc3Qtc2VjcmV0",
        ["mpesa"] = PathSecret,
    };

    private readonly SampleCatalog _samples = new(TimeProvider.System, new Random());
    private ServerProcess _redis = null!;
    private HostProcess _host = null!;

    internal IngestionEndpoint Endpoint { get; private set; } = null!;

    internal WebhookId Processed { get; private set; }

    internal WebhookId FailedOnce { get; private set; }

    internal WebhookId Failed { get; private set; }

    public async Task InitializeAsync()
    {
        _redis = await ServerProcess.StartRedisAsync(options: ["--requirepass", RedisPassword]);
        Endpoint = await IngestionEndpoint.StartAsync();
        await LeaveTracesInRedisAsync();
        _host = await HostProcess.StartAsync(Settings());

        await SendAsync("paystack", Paystack($$$"""{"event":"charge.success","data":{"id":1,"reference":"ref-1","status":"success","amount":100,"currency":"NGN","channel":"{{{SpacedCard}}}","note":"{{{Mark}}} {{{Card}}}"}}"""));
        await SendAsync("paystack", Paystack("not json"), HttpStatusCode.BadRequest);
        await SendAsync("paystack", new byte[300_000], HttpStatusCode.RequestEntityTooLarge);
        await SendAsync("nopay/" + PathSecret, "{}"u8.ToArray(), HttpStatusCode.NotFound);
        await SendAsync(Create("stripe"));
        await SendAsync(Create("mpesa"));
        await SendAsync(_samples["standardwebhooks"].Tamper(Create("standardwebhooks")), HttpStatusCode.Unauthorized);
        Processed = await SendAsync(Create("standardwebhooks", Card));
        FailedOnce = await SendAsync(Create("flutterwave-v3", $"fails-once-{Guid.NewGuid():N}"));
        var failing = Create("flutterwave-v3", $"fails-always-{Guid.NewGuid():N}");
        Failed = await SendAsync(failing);
        await SendAsync(failing);

        await RetryByHandAsync();
        await GetByCodeAsync("payment/admin/stats");
        await GetByCodeAsync("payment/nothing/" + PathSecret);
        using var cleanup = await _host.Client.PostAsync(new Uri("/payment/admin/cleanup", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, cleanup.StatusCode);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await Endpoint.DisposeAsync();
        await _redis.DisposeAsync();
    }

    /// <summary>Waits for what is sent in the background.</summary>
    internal Task ArrivesAsync(Func<bool> condition, string what) => Eventually.TrueAsync(condition, Soon, what);

    private SampleDelivery Create(string sample, string? reference = null) =>
        _samples[sample].Create(new SampleRequest { Secret = Secrets[_samples[sample].Provider], Reference = reference });

    private string RedisConnectionString => $"{PatientRedis.ConnectionString(_redis.Port)},password={RedisPassword}";

    /// <summary>What the host finds when it starts: a pause, an open circuit, and webhooks held, in the inbox and lost by every set.</summary>
    private async Task LeaveTracesInRedisAsync()
    {
        await using var app = new PayshiftApp(services, settings => settings["Payshift:Redis:ConnectionString"] = RedisConnectionString);
        await app.Services.GetRequiredService<IQueuePauses>().PauseAsync(Held);
        await app.Queue.EnqueueAsync([SampleWebhooks.Create($"held-{Guid.NewGuid():N}")]);
        await app.Drain.ProcessAsync();
        await app.Services.GetRequiredService<ICircuitRegistry>().ReportOpenAsync("flutterwave", "Its API answered 503.", TimeSpan.FromMinutes(10));
        await app.Services.GetRequiredService<IInboxTable>().AddAsync([SampleWebhooks.Create($"inbox-{Guid.NewGuid():N}")], default);

        await app.Queue.EnqueueAsync([SampleWebhooks.Create($"lost-{Guid.NewGuid():N}")]);
        await using var redis = await ConnectionMultiplexer.ConnectAsync(RedisConnectionString);
        for (var partition = 0; partition < 4; partition++)
        {
            await redis.GetDatabase().SortedSetPopAsync($"payshift:{{{partition}}}:ready");
        }
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = ReceiveToRecordTests.Settings(services);
        settings["Payshift:Redis:ConnectionString"] = RedisConnectionString;
        foreach (var (provider, secret) in Secrets)
        {
            settings[$"Payshift:Providers:{provider}:Secrets:0"] = secret;
        }

        settings["Payshift:Providers:mpesa:AllowedAddresses:0"] = "127.0.0.1";
        settings["Payshift:Providers:mpesa:Verification"] = "None";
        settings["Payshift:Providers:paystack:ApiKey"] = "sk_live_of_the_api";
        settings["Payshift:Providers:paystack:ApiBaseUrl"] = Endpoint.Url;
        settings["Payshift:Providers:paystack:Verification"] = "Required";
        settings["CleanupSchedule"] = "*/1 * * * * *";
        Endpoint.AddTo(settings);
        return settings;
    }

    private async Task<WebhookId> SendAsync(SampleDelivery delivery, HttpStatusCode expected = HttpStatusCode.OK)
    {
        await SendAsync(delivery.Path, delivery.Body, expected, delivery.Headers);
        return WebhookId.From(delivery.Provider, delivery.EventId);
    }

    private Task SendAsync(string path, byte[] body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(path, body, expected, new Dictionary<string, string>
    {
        ["x-paystack-signature"] = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secrets["paystack"]), body)),
    });

    /// <summary>With the key in the URL, as some callers do everywhere.</summary>
    private async Task SendAsync(string path, byte[] body, HttpStatusCode expected, IReadOnlyDictionary<string, string> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/payment/webhooks/{path}?code={HostProcess.Key}&note={Mark}") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("User-Agent", $"{Mark} {Card}");
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await _host.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    private async Task GetByCodeAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = _host.Client.BaseAddress };
        using var answer = await client.GetAsync(new Uri($"/{path}?code={HostProcess.Key}", UriKind.Relative));
    }

    private async Task RetryByHandAsync()
    {
        await Eventually.TrueAsync(async () =>
        {
            using var answer = await _host.Client.PostAsync(new Uri("/payment/admin/failures/retry?provider=flutterwave&all=true", UriKind.Relative), null);
            return (await answer.Content.ReadAsStringAsync()).Contains("\"retried\"", StringComparison.Ordinal);
        }, Soon, "the failure is retried");
    }

    private static byte[] Paystack(string body) => Encoding.UTF8.GetBytes(body);
}
