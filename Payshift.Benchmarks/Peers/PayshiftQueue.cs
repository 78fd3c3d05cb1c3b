using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Peers;

/// <summary>Payshift's queue and its drain, with outcomes that are recorded nowhere.</summary>
internal sealed class PayshiftQueue : IQueuePeer
{
    private const int InFlight = 64;
    private const int BatchSize = 100;

    private readonly ServiceProvider _payshift;
    private readonly Webhook[] _samples;

    public PayshiftQueue(BenchmarkServices services, IEnumerable<Webhook> samples)
    {
        _samples = [.. samples];
        _payshift = services.Compose(
            new Dictionary<string, string?> { ["Payshift:Processing:BatchSize"] = $"{BatchSize}" },
            collection => collection
                .AddSingleton<IResultTable, UnrecordedOutcomes>()
                .AddSingleton<IFailureTable, UnrecordedOutcomes>()
                .AddSingleton<IBatchTable, UnrecordedOutcomes>()
                .AddSingleton<ITableProbe, UnrecordedOutcomes>());
    }

    public async Task<TimeSpan> EnqueueAsync(int count)
    {
        var queue = _payshift.GetRequiredService<IWebhookQueue>();
        var webhooks = Enumerable.Range(0, count).Select(Distinct).ToArray();
        var next = -1;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await queue.EnqueueAsync([webhooks[i]]);
            }
        }));
        return Stopwatch.GetElapsedTime(started);
    }

    public async Task<TimeSpan> ProcessAsync(int count)
    {
        var started = Stopwatch.GetTimestamp();
        var summary = await _payshift.GetRequiredService<QueueProcessor>().ProcessAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return summary.Processed == count
            ? elapsed
            : throw new InvalidOperationException($"{summary.Processed} of {count} webhooks were processed: {summary.End}.");
    }

    public ValueTask DisposeAsync() => _payshift.DisposeAsync();

    private Webhook Distinct(int number)
    {
        var sample = _samples[number % _samples.Length];
        var eventId = $"evt_{number}";
        return sample with { Id = WebhookId.From(sample.Provider, eventId), EventId = eventId, PaymentReference = $"pi_{number}" };
    }
}
