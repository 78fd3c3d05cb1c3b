using Microsoft.Extensions.Time.Testing;
using Payshift.Chaos.Bank;
using Payshift.Chaos.Load;
using Payshift.Samples;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Chaos.Load;

public sealed class LoadPlanTests
{
    private const int Count = 8_000;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private static readonly string PayPalKey = PayPalSigner.Key.ExportPkcs8PrivateKeyPem();
    private static readonly LoadPlan Plan = Make(1);

    [Fact]
    public void It_has_as_many_events_as_asked_each_with_an_id_of_its_own()
    {
        Assert.Equal(Count, Plan.Events.Count);
        Assert.Equal(Count, Plan.Events.Select(planned => planned.Key).Distinct().Count());
    }

    [Fact]
    public void Every_provider_and_every_fate_is_in_it()
    {
        Assert.Equal(AllProviders.List.Count, Plan.Events.Select(planned => planned.Sample.Provider).Distinct().Count());
        Assert.Equal(Enum.GetValues<Fate>(), Plan.Events.Select(planned => planned.Fate).Distinct().Order());
    }

    [Fact]
    public void Each_event_is_delivered_and_about_one_in_five_again()
    {
        Assert.Equal(Count, Plan.Deliveries.Select(delivery => delivery.Event).Distinct().Count());
        Assert.InRange(Plan.Deliveries.Count - Count, Count / 6, Count / 4);
    }

    [Fact]
    public void Events_of_a_payment_differ_in_time_and_come_in_any_order()
    {
        var payments = Plan.Deliveries
            .DistinctBy(delivery => delivery.Event)
            .GroupBy(delivery => delivery.Event.Sample.PaymentReference)
            .Where(payment => payment.Count() > 1)
            .Select(payment => payment.Select(delivery => delivery.Event.Time).ToArray())
            .ToArray();

        Assert.All(payments, times => Assert.Distinct(times));
        Assert.Contains(payments, times => times.SequenceEqual(times.OrderDescending()));
        Assert.Contains(payments, times => times.SequenceEqual(times.Order()));
    }

    [Fact]
    public void The_same_seed_sends_the_same_and_another_one_something_else()
    {
        Assert.Equal(Keys(Plan), Keys(Make(1)));
        Assert.NotEqual(Keys(Plan), Keys(Make(2)));
    }

    [Fact]
    public void Expected_ids_are_those_of_the_architecture()
    {
        Assert.Equal(WebhookId.From("stripe", "evt_1").ToString(), ExpectedKeys.WebhookId("stripe", "evt_1"));
    }

    private static LoadPlan Make(int seed)
    {
        var catalog = new SampleCatalog(new FakeTimeProvider(Now), new Random(seed));
        return LoadPlan.Make(new ProviderAccounts(catalog, PayPalKey, new Uri("http://127.0.0.1:1/")), Count, new Random(seed), Now);
    }

    // Where the body stands for the id, a secret of the run may be in it.
    private static IEnumerable<string> Keys(LoadPlan plan) => plan.Deliveries.Select(delivery => delivery.Event.Key);
}
