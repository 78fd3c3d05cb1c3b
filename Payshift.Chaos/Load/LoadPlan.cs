using Payshift.Chaos.Bank;
using Payshift.Samples;

namespace Payshift.Chaos.Load;

/// <summary>All that is sent: payments of all providers with several events each, in shuffled order, some of them repeated.</summary>
internal sealed record LoadPlan(IReadOnlyList<PlannedEvent> Events, IReadOnlyList<PlannedDelivery> Deliveries)
{
    private const int MaxEventsOfPayment = 5;

    /// <summary>Between the events of a payment, so that no provider's time has them at once.</summary>
    private static readonly TimeSpan BetweenEvents = TimeSpan.FromSeconds(7);

    private static readonly TimeSpan OldestEvent = TimeSpan.FromHours(2);

    private static readonly string[] Methods = ["card", "sepa_debit", "mobile_money", "ussd"];

    /// <param name="count">Distinct events.</param>
    public static LoadPlan Make(ProviderAccounts accounts, int count, Random random, DateTimeOffset now)
    {
        var events = new List<PlannedEvent>(count);
        var deliveries = new List<PlannedDelivery>(count * 5 / 4);
        var ids = new HashSet<(string Provider, string EventId)>(count);
        var fates = new FatePlan(count, random);
        for (var payment = 0; events.Count < count; payment++)
        {
            var account = accounts.All[payment % accounts.All.Count];
            var first = now - (OldestEvent * random.NextDouble());
            var time = DateTimeOffset.FromUnixTimeSeconds(first.ToUnixTimeSeconds());
            var at = random.NextDouble();
            string? reference = null;
            var number = Math.Min(random.Next(1, account.Sample.HasSeveralEvents ? MaxEventsOfPayment + 1 : 2), count - events.Count);
            for (var i = 0; i < number; i++, time += BetweenEvents)
            {
                // Some providers know an event by its type alone: such a payment cannot have two of one type.
                var succeeded = random.Next(10) > 0;
                var sample = Create(account, reference, time, succeeded, random);
                if (!ids.Add((sample.Provider, sample.EventId)))
                {
                    continue;
                }

                reference = sample.PaymentReference;
                var planned = new PlannedEvent(sample, account.Sample.TellsTime(sample) ? time : null, fates.Next(at)) { Succeeded = succeeded };
                events.Add(planned);
                // Near each other, in any order.
                AddDeliveries(deliveries, planned, Bounded(at + (random.NextDouble() / 20)), random);
            }
        }

        return new LoadPlan(events, [.. deliveries.OrderBy(delivery => delivery.At)]);
    }

    /// <summary>By idempotency key, for the bank.</summary>
    public Dictionary<string, Fate> Fates() => Events.ToDictionary(planned => planned.Key, planned => planned.Fate);

    private static SampleDelivery Create(ProviderAccount account, string? reference, DateTimeOffset time, bool succeeded, Random random) =>
        account.Sample.Create(account.Request with
        {
            EventType = account.Sample.EventTypes[random.Next(account.Sample.EventTypes.Count)],
            Reference = reference,
            Method = Methods[random.Next(Methods.Length)],
            Time = time,
            Succeeded = succeeded,
        });

    // One in five is sent again: half of these at the same moment, to whichever receiver, the others later.
    private static void AddDeliveries(List<PlannedDelivery> deliveries, PlannedEvent planned, double at, Random random)
    {
        deliveries.Add(new PlannedDelivery(planned, at, IsImpatient: random.Next(100) == 0));
        switch (random.Next(10))
        {
            case 0:
                deliveries.Add(new PlannedDelivery(planned, at, IsImpatient: false));
                break;
            case 1:
                deliveries.Add(new PlannedDelivery(planned, Bounded(at + ((1 - at) * random.NextDouble())), IsImpatient: false));
                break;
        }
    }

    private static double Bounded(double at) => Math.Clamp(at, 0, 1);
}
