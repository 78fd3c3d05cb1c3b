using System.Runtime.CompilerServices;
using Payshift.Cli.Clients;
using Payshift.Samples;

namespace Payshift.Cli.Sending;

/// <summary>A run that sends what was ordered, several deliveries at once, and checks the answers.</summary>
internal sealed class SendRun(HostClient client, SendOrder order, TimeProvider time)
{
    private const int Concurrency = 16;

    private readonly Lock _lock = new();
    private readonly List<SentDelivery> _sent = [];

    /// <param name="report">Called with each delivery that was answered.</param>
    /// <param name="cancellationToken">Begins no other delivery; those under way are finished.</param>
    public async Task<SendResult> RunAsync(Action<SentDelivery> report, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Concurrency };
        await Parallel.ForEachAsync(MakeAsync(started, cancellationToken), parallel, async (delivery, _) =>
        {
            Note(delivery, await client.SendAsync(delivery, CancellationToken.None), isRepetition: false, report);
            if (order.Duplicate)
            {
                Note(delivery, await client.SendAsync(delivery, CancellationToken.None), isRepetition: true, report);
            }
        });

        var url = client.WebhookUrl(order.Sample.Provider);
        var total = order.Count * (order.Duplicate ? 2 : 1);
        return new SendResult(url, _sent, time.GetElapsedTime(started).TotalSeconds, _sent.Count == total);
    }

    /// <summary>Made one after the other as they are due: chance is not shared between threads.</summary>
    private async IAsyncEnumerable<SampleDelivery> MakeAsync(long started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < order.Count; i++)
        {
            // A delay counts in whole milliseconds and ends up to one early.
            while (order.Rate is { } rate && !cancellationToken.IsCancellationRequested && TimeSpan.FromSeconds(i / rate) - time.GetElapsedTime(started) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                yield break;
            }

            var delivery = order.Sample.Create(order.Request);
            yield return order.Tamper ? order.Sample.Tamper(delivery) : delivery;
        }
    }

    private void Note(SampleDelivery delivery, DeliveryOutcome answer, bool isRepetition, Action<SentDelivery> report)
    {
        var asExpected = order.Tamper ? answer.IsRefused : answer.IsAccepted && (!isRepetition || answer.Duplicates is null or > 0);
        var sent = new SentDelivery(
            delivery.EventType, delivery.EventId, delivery.PaymentReference, isRepetition,
            answer.Status, answer.Kept, answer.Duplicates, answer.Elapsed.TotalMilliseconds, asExpected);
        lock (_lock)
        {
            _sent.Add(sent);
            report(sent);
        }
    }
}
