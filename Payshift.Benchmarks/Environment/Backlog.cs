using System.Text;
using Payshift.Core.Queue;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Environment;

/// <summary>Small webhooks of all priorities that wait in a queue; an envelope takes about 300 bytes.</summary>
internal sealed class Backlog
{
    private const int Chunk = 1_000;
    private const int ChunksInFlight = 4;
    private const int NoiseLength = 180;

    private int _count;

    private Backlog(IWebhookQueue queue) => Queue = queue;

    public IWebhookQueue Queue { get; }

    public static async Task<Backlog> FillAsync(IWebhookQueue queue, int count)
    {
        var backlog = new Backlog(queue);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count / Chunk),
            new ParallelOptions { MaxDegreeOfParallelism = ChunksInFlight },
            async (_, _) => await backlog.AddAsync(Chunk));
        return backlog;
    }

    public async Task AddAsync(int count)
    {
        var first = Interlocked.Add(ref _count, count) - count;
        await Queue.EnqueueAsync([.. Enumerable.Range(first, count).Select(Create)]);
    }

    private static Webhook Create(int number)
    {
        var (name, now) = ($"pi_{number}", DateTimeOffset.UtcNow);
        var noise = new byte[NoiseLength];
        Random.Shared.NextBytes(noise);
        return new Webhook
        {
            Id = WebhookId.From("stripe", name),
            Provider = "stripe",
            EventId = name,
            EventType = "payment_intent.succeeded",
            PaymentReference = name,
            PaymentMethod = "card",
            Amount = new Money(1050, "EUR", 2),
            Priority = (WebhookPriority)(number % 3),
            EventTime = now,
            ReceivedAt = now,
            Payload = Encoding.UTF8.GetBytes($$"""{"object":"payment_intent","id":"{{name}}","description":"{{Convert.ToBase64String(noise)}}"}"""),
        };
    }
}
