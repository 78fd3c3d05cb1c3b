using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Queue.Envelopes;
using Payshift.Core.Receiving;
using Payshift.Core.Redis;
using Payshift.LocalHost;
using Payshift.Samples;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Figures;

/// <summary>
/// Receiving over HTTP (verify, extract, enqueue) to a bare endpoint on the same Kestrel, which reads the body and sends a
/// script of the same size to Redis.
/// </summary>
internal sealed class ReceiveBenchmark : IBenchmark
{
    private const int InFlight = 64;
    private const int RoundCount = 20_000;
    private const int Rounds = 6;

    // The runtime compiles hot code again, better; a service has that behind it.
    private const int WarmupRounds = 4;

    /// <summary>As many keys and arguments as enqueueing sends, and as many writes of as many bytes; no logic.</summary>
    private const string BareScript = """
        redis.call('ZADD', KEYS[1], 1, ARGV[2])
        redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
        redis.call('ZADD', KEYS[3], 1, ARGV[2])
        redis.call('HINCRBY', KEYS[4], 'received', 1)
        return {1}
        """;

    public string Name => "receive";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var host = await StartHostAsync(services);
        await using var redis = await services.ConnectRedisAsync();
        // A rewrite of the append-only file takes a core for seconds, and falls into whichever round it likes.
        await redis.GetServers()[0].ConfigSetAsync("auto-aof-rewrite-percentage", 0);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = InFlight, UseProxy = false }) { BaseAddress = host.Address };

        // Seconds of a round vary; that bare comes first in one pair and second in the next evens out what drifts.
        var seed = 100;
        for (var warmup = 0; warmup < WarmupRounds; warmup++)
        {
            await MeasureAsync("/bare");
            await MeasureAsync("/payment/webhooks/stripe");
        }

        var bare = TimeSpan.Zero;
        var received = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
            {
                bare += await MeasureAsync("/bare");
                received += await MeasureAsync("/payment/webhooks/stripe");
            }
            else
            {
                received += await MeasureAsync("/payment/webhooks/stripe");
                bare += await MeasureAsync("/bare");
            }
        }

        const double requests = RoundCount * Rounds;
        yield return new Figure("receive: requests a second, bare endpoint", requests / bare.TotalSeconds);
        yield return new Figure("receive: webhooks a second", requests / received.TotalSeconds);
        yield return new Figure("receive: webhooks to bare requests", bare / received, 0.8);

        async Task<TimeSpan> MeasureAsync(string path)
        {
            await redis.GetServers()[0].FlushAllDatabasesAsync();
            return await SendAsync(client, path, SampleLoad.StripeDeliveries(RoundCount, seed++));
        }
    }

    private static async Task<LocalHostApplication> StartHostAsync(BenchmarkServices services)
    {
        var settings = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Payshift:Redis:ConnectionString"] = services.RedisConnectionString,
            ["Payshift:Tables:ConnectionString"] = services.TablesConnectionString,
            ["Payshift:Providers:stripe:Secrets:0"] = SampleLoad.StripeSecret,
            ["Payshift:LocalHost:Key"] = "benchmark",
            // Nothing but what is measured: no run of a timer falls into it.
            ["ProcessSchedule"] = "0 0 0 1 1 *",
            ["CleanupSchedule"] = "0 0 0 1 1 *",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        var host = await LocalHostBuilder.BuildAsync(
            [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")], new LocalHostSetup { RepositoryRoot = null }, default);
        await MapBareAsync(host.App, services);
        await host.StartAsync(default);
        return host;
    }

    private static async Task MapBareAsync(WebApplication app, BenchmarkServices services)
    {
        var redis = await ConnectionMultiplexer.ConnectAsync(RedisSettings.Read(services.RedisConnectionString));
        app.Lifetime.ApplicationStopped.Register(redis.Dispose);
        var sample = SampleLoad.Extract(new StripeProvider(), SampleLoad.StripeDeliveries(1, seed: 5)).Single();
        var envelope = EnvelopeCodec.Encode(sample);
        RedisKey[] keys = ["bench:{0}:ready", "bench:{0}:envelopes", "bench:{0}:seen", "bench:{0}:counters"];
        app.MapPost("/bare", async (HttpRequest request) =>
        {
            var body = await BodyReader.ReadAsync(request.Body, request.ContentLength, 262_144, request.HttpContext.RequestAborted);
            RedisValue[] values = [259_200_000, Guid.NewGuid().ToByteArray().AsMemory(0, 14), 0, envelope];
            await redis.GetDatabase().ScriptEvaluateAsync(BareScript, keys, values);
            return Results.Json(new { kept = body!.Length > 0 ? 1 : 0, duplicates = 0 });
        });
    }

    private static async Task<TimeSpan> SendAsync(HttpClient client, string path, IReadOnlyList<SampleDelivery> deliveries)
    {
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < deliveries.Count; i = Interlocked.Increment(ref next))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(deliveries[i].Body) };
                foreach (var (name, value) in deliveries[i].Headers)
                {
                    if (!request.Headers.TryAddWithoutValidation(name, value))
                    {
                        request.Content.Headers.TryAddWithoutValidation(name, value);
                    }
                }

                using var response = await client.SendAsync(request);
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{path} answered {(int)response.StatusCode}."));
                }
            }
        }));
        return Stopwatch.GetElapsedTime(started);
    }
}
