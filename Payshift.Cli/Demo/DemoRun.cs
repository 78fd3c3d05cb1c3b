using Payshift.Cli.Clients;

namespace Payshift.Cli.Demo;

/// <summary>A run of the demo: it sends the deliveries and follows each new event to its record.</summary>
internal sealed class DemoRun(HostClient client, TimeProvider time, TimeSpan timeout)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    public async Task<DemoResult> RunAsync(IReadOnlyList<DemoDelivery> deliveries, Action<DemoState> report, CancellationToken cancellationToken)
    {
        // First of all, because it also tells a wrong address or key before anything is sent.
        var before = await client.GetStatsAsync(cancellationToken);
        var outcomes = new List<DemoOutcome>(deliveries.Count);
        foreach (var delivery in deliveries)
        {
            outcomes.Add(new DemoOutcome(delivery, await client.SendAsync(delivery.Sample, cancellationToken), []));
            report(new DemoState([.. outcomes], before));
        }

        var started = time.GetTimestamp();
        while (true)
        {
            await FindRecordsAsync(outcomes, outcome => !outcome.IsSettled, cancellationToken);
            var stats = await client.GetStatsAsync(cancellationToken);
            report(new DemoState([.. outcomes], stats));

            var result = new DemoResult([.. outcomes], before, stats, timeout);
            var settled = outcomes.All(outcome => outcome.IsSettled) && DemoFindings.CountersReached(result);
            if (settled || time.GetElapsedTime(started) >= timeout)
            {
                // By now a refused delivery would have been recorded too, had it been kept.
                await FindRecordsAsync(outcomes, outcome => outcome.Delivery.Expectation == DemoExpectation.Refused, cancellationToken);
                return result with { Outcomes = outcomes };
            }

            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    private async Task FindRecordsAsync(List<DemoOutcome> outcomes, Predicate<DemoOutcome> which, CancellationToken cancellationToken)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (which(outcomes[i]))
            {
                var sample = outcomes[i].Delivery.Sample;
                var payment = await client.GetPaymentAsync(sample.PaymentReference, cancellationToken);
                outcomes[i] = outcomes[i] with
                {
                    // The plan has no two new events of the same type for one payment.
                    Records = [.. payment.Where(record => record.Provider == sample.Provider && record.EventType == sample.EventType)],
                };
            }
        }
    }
}
