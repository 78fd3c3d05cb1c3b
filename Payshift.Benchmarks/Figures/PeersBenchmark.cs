using System.Text;
using Payshift.Benchmarks.Environment;
using Payshift.Benchmarks.Peers;
using Payshift.Core.Providers.Stripe;
using StackExchange.Redis;

namespace Payshift.Benchmarks.Figures;

/// <summary>The queue beside BullMQ and Hangfire on one Redis that writes nothing to disk, with the same events.</summary>
internal sealed class PeersBenchmark : IBenchmark
{
    private const int Samples = 1_000;
    private const int Count = 10_000;

    // Slower by so much that fewer say as much.
    private const int HangfireCount = Count / 10;

    private const int WarmupRounds = 2;
    private const int Rounds = 6;

    public string Name => "peers";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        await using var redis = await services.ConnectRedisAsync();
        await redis.GetServers()[0].ConfigSetAsync("appendonly", "no");
        var deliveries = SampleLoad.IndentedStripeDeliveries(Samples, seed: 20);
        string[] bodies = [.. deliveries.Select(delivery => Encoding.UTF8.GetString(delivery.Body))];
        var webhooks = SampleLoad.Extract(new StripeProvider(), deliveries);
        var events = Path.Combine(services.Folder, "events.json");
        await File.WriteAllTextAsync(events, $"[{string.Join(',', bodies)}]");

        await using var payshift = new PayshiftQueue(services, webhooks);
        await using var bullMq = BullMqQueue.Start(services.RedisPort, events);
        await using var hangfire = new HangfireQueue(await ConnectionMultiplexer.ConnectAsync($"{services.RedisConnectionString},syncTimeout=60000"), bodies);
        var (ours, theirs, slow) = (new PeerRates(payshift, Count), new PeerRates(bullMq, Count), new PeerRates(hangfire, HangfireCount));
        PeerRates[] turns = [ours, theirs, slow];
        for (var round = 0; round < WarmupRounds + Rounds; round++)
        {
            foreach (var peer in round % 2 == 0 ? turns : turns.Reverse())
            {
                await redis.GetServers()[0].FlushAllDatabasesAsync();
                await peer.MeasureAsync(counts: round >= WarmupRounds);
            }
        }

        yield return new Figure("peers: bytes of an event", bodies.Average(body => body.Length));
        yield return new Figure("peers: events a second enqueued, Payshift", ours.Enqueued);
        yield return new Figure("peers: events a second enqueued, BullMQ", theirs.Enqueued);
        yield return new Figure("peers: events a second enqueued, Hangfire", slow.Enqueued);
        yield return new Figure("peers: events a second processed, Payshift", ours.Processed);
        yield return new Figure("peers: events a second processed, BullMQ", theirs.Processed);
        yield return new Figure("peers: events a second processed, Hangfire", slow.Processed);
        yield return new Figure("peers: enqueueing to BullMQ's", ours.Enqueued / theirs.Enqueued, 1);
        yield return new Figure("peers: processing to BullMQ's", ours.Processed / theirs.Processed, 3);
        yield return new Figure("peers: processing to Hangfire's", ours.Processed / slow.Processed, 20);
    }
}
