using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Figures;

/// <summary>API calls by which 1,000 payments of ten minutes are confirmed, drained through the queue with its default partitions.</summary>
internal sealed class VerificationBenchmark : IBenchmark
{
    private const int Count = 1_000;

    public string Name => "verification";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        foreach (var batchSize in new[] { 20, 100 })
        {
            yield return new Figure($"verification: API calls per 1,000 webhooks, batches of {batchSize}", await CountCallsAsync(services, batchSize), 25, AtMost: true);
        }
    }

    private static async Task<int> CountCallsAsync(BenchmarkServices services, int batchSize)
    {
        var start = DateTimeOffset.UtcNow.AddMinutes(-10);
        Webhook[] webhooks = [.. Enumerable.Range(0, Count).Select(number => Paid($"{batchSize}_{number}", start.AddSeconds(0.6 * number)))];
        await using var api = await StripeApi.StartAsync(webhooks);
        await using var payshift = services.Compose(new Dictionary<string, string?>
        {
            ["Payshift:Processing:BatchSize"] = $"{batchSize}",
            ["Payshift:Providers:stripe:Secrets:0"] = SampleLoad.StripeSecret,
            ["Payshift:Providers:stripe:ApiKey"] = "sk_benchmark",
            ["Payshift:Providers:stripe:ApiBaseUrl"] = api.Address,
            ["Payshift:Providers:stripe:Verification"] = "Required",
        });
        await payshift.GetRequiredService<IWebhookQueue>().EnqueueAllAsync(webhooks);

        var summary = await payshift.GetRequiredService<QueueProcessor>().ProcessAsync();
        return summary.Processed == Count
            ? api.Calls
            : throw new InvalidOperationException($"{summary.Processed} of {Count} webhooks were processed: {summary.End}.");
    }

    private static Webhook Paid(string name, DateTimeOffset at) => new()
    {
        Id = WebhookId.From("stripe", name),
        Provider = "stripe",
        EventId = name,
        EventType = "payment_intent.succeeded",
        PaymentReference = $"pi_{name}",
        PaymentMethod = "card",
        Amount = new Money(1050, "EUR", 2),
        Priority = WebhookPriority.High,
        EventTime = at,
        ReceivedAt = at,
        Payload = Encoding.UTF8.GetBytes($$$"""{"data":{"object":{"object":"payment_intent","id":"pi_{{{name}}}","created":{{{at.ToUnixTimeSeconds()}}} } } }"""),
    };
}
