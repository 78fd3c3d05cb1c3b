using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Benchmarks.Environment;
using Payshift.Core.Processing;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Queue;
using Payshift.Core.Storage.Results;

namespace Payshift.Benchmarks.Figures;

/// <summary>How long after their receipt webhooks are handled and recorded in a continuous run, arriving at random at a steady mean rate.</summary>
internal sealed class ContinuousBenchmark : IBenchmark
{
    private const int Count = 2_000;
    private const int MeanRate = 100;
    private const double PromisedMs = 250;

    public string Name => "continuous";

    public async IAsyncEnumerable<Figure> MeasureAsync(BenchmarkServices services)
    {
        TimedResultTable? store = null;
        // Receiving and processing are processes of their own.
        await using var worker = services.Compose(
            new Dictionary<string, string?>
            {
                ["Payshift:Processing:Mode"] = "Continuous",
                ["Payshift:Processing:TimeBudget"] = "00:05:00",
            },
            collection => collection.AddSingleton<IResultTable>(provider =>
                store = new TimedResultTable(ActivatorUtilities.CreateInstance<ResultTable>(provider))));
        await using var receiver = services.Compose([]);
        using var end = new CancellationTokenSource();
        var run = worker.GetRequiredService<QueueProcessor>().RunAsync(end.Token);
        await SendAsync(receiver.GetRequiredService<IWebhookQueue>(), store!);
        while (store!.Delays.Count < Count)
        {
            await Task.Delay(10);
        }

        await end.CancelAsync();
        await run;
        var delays = store!.Delays.Order().ToArray();
        yield return new Figure("continuous: ms from receipt to record, p50", delays[Count / 2]);
        yield return new Figure("continuous: ms from receipt to record, p99", delays[Count * 99 / 100]);
        yield return new Figure($"continuous: share recorded within {PromisedMs} ms", delays.Count(delay => delay <= PromisedMs) / (double)Count, 0.5);
    }

    private static async Task SendAsync(IWebhookQueue queue, TimedResultTable store)
    {
        var random = new Random(1);
        var webhooks = SampleLoad.Extract(new StripeProvider(), SampleLoad.StripeDeliveries(Count, seed: 40)).ToArray();
        var sending = new List<Task>();
        var started = Stopwatch.GetTimestamp();
        var due = TimeSpan.Zero;
        foreach (var webhook in webhooks)
        {
            // Arrivals of independent senders: exponential gaps.
            due += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / MeanRate);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait);
            }

            store.NoteReceipt(webhook.Id);
            sending.Add(queue.EnqueueAsync([webhook]));
        }

        await Task.WhenAll(sending);
    }
}
