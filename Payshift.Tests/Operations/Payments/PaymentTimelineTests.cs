using CsCheck;
using Payshift.Core.Operations.Payments;
using Payshift.Core.Storage.Results;
using Payshift.Tests.Operations.Stats;

namespace Payshift.Tests.Operations.Payments;

public sealed class PaymentTimelineTests
{
    private static readonly PaymentState?[] States = [null, .. Enum.GetValues<PaymentState>().Cast<PaymentState?>()];
    private static readonly string[] Providers = ["stripe", "adyen", "paystack"];

    private static readonly Gen<PaymentRecord[]> Records = Gen
        .Select(Gen.Int[0, 4], Gen.Int[0, States.Length - 1].Select(index => States[index]), Gen.Int[0, 2].Select(index => Providers[index]))
        .Array[0, 12]
        .Select(said => said.Select((it, index) => PaymentRecords.Create($"evt_{index}", it.Item1, it.Item2, it.Item3)).ToArray());

    [Fact]
    public void Older_event_does_not_override_newer_state()
    {
        var timeline = Of(
            PaymentRecords.Create("refund", 60, PaymentState.Refunded),
            PaymentRecords.Create("charge", 10, PaymentState.Succeeded),
            PaymentRecords.Create("intent", 0, PaymentState.Pending));

        Assert.Equal((PaymentState.Refunded, PaymentRecords.Start.AddSeconds(60)), (timeline.State, timeline.Since));
        Assert.Equal(["refund", "charge", "intent"], timeline.Webhooks.Select(webhook => webhook.Id));
    }

    [Fact]
    public void Of_the_same_second_the_higher_rank_decides()
    {
        var timeline = Of(
            PaymentRecords.Create("captured", 5, PaymentState.Succeeded),
            PaymentRecords.Create("authorized", 5, PaymentState.Authorized),
            PaymentRecords.Create("created", 5, PaymentState.Pending));

        Assert.Equal(PaymentState.Succeeded, timeline.State);
        Assert.Equal("captured", timeline.Webhooks[0].Id);
    }

    [Fact]
    public void A_payment_may_fail_before_it_succeeds_and_be_won_back_after_a_dispute() => Assert.Equal(
        PaymentState.Succeeded,
        Of(
            PaymentRecords.Create("1", 1, PaymentState.Failed),
            PaymentRecords.Create("2", 2, PaymentState.Succeeded),
            PaymentRecords.Create("3", 3, PaymentState.Disputed),
            PaymentRecords.Create("4", 4, PaymentState.Succeeded)).State);

    [Fact]
    public void A_state_stands_since_it_was_last_something_else()
    {
        var timeline = Of(
            PaymentRecords.Create("1", 1, PaymentState.Succeeded),
            PaymentRecords.Create("2", 2, PaymentState.Disputed),
            PaymentRecords.Create("3", 3, PaymentState.Succeeded),
            PaymentRecords.Create("4", 4, PaymentState.Succeeded),
            PaymentRecords.Create("5", 5, null));

        Assert.Equal((PaymentState.Succeeded, PaymentRecords.Start.AddSeconds(3)), (timeline.State, timeline.Since));
    }

    [Fact]
    public void What_became_of_a_webhook_here_does_not_change_what_its_provider_said() => Assert.Equal(
        PaymentState.Refunded,
        Of(PaymentRecords.Create("1", 1, PaymentState.Succeeded), PaymentRecords.Create("2", 2, PaymentState.Refunded, outcome: "failed")).State);

    [Fact]
    public void Providers_that_disagree_are_told_apart()
    {
        var timeline = Of(
            PaymentRecords.Create("1", 1, PaymentState.Succeeded),
            PaymentRecords.Create("2", 2, PaymentState.Failed, "adyen"),
            PaymentRecords.Create("3", 3, null, "paystack"));

        Assert.True(timeline.IsContradictory);
        Assert.Equal(PaymentState.Failed, timeline.State);
        Assert.Equal(
            [("adyen", PaymentState.Failed, 1), ("paystack", null, 1), ("stripe", (PaymentState?)PaymentState.Succeeded, 1)],
            timeline.Providers.Select(provider => (provider.Provider, provider.State, provider.Webhooks)));
    }

    [Fact]
    public void Providers_that_agree_or_say_nothing_do_not_contradict_each_other() => Assert.False(Of(
        PaymentRecords.Create("1", 1, PaymentState.Succeeded),
        PaymentRecords.Create("2", 2, PaymentState.Succeeded, "adyen"),
        PaymentRecords.Create("3", 3, null, "paystack")).IsContradictory);

    [Fact]
    public void Nothing_said_is_no_state() => Assert.Equal((null, null), (Of(PaymentRecords.Create("1", 1, null)).State, Of().Since));

    [Fact]
    public void Order_of_arrival_does_not_matter() =>
        (from records in Records from arrived in Gen.Shuffle(records) select (records, arrived)).Sample(it => AssertSame(Of(it.records), Of(it.arrived)));

    [Fact]
    public void Every_order_of_arrival_of_a_few_events_ends_the_same()
    {
        PaymentRecord[] records =
        [
            PaymentRecords.Create("1", 1, PaymentState.Authorized),
            PaymentRecords.Create("2", 1, PaymentState.Succeeded),
            PaymentRecords.Create("3", 2, null),
            PaymentRecords.Create("4", 2, PaymentState.Disputed, "adyen"),
            PaymentRecords.Create("5", 2, PaymentState.Refunded),
        ];
        var expected = Of(records);
        Assert.All(Permutations(records), arrived => AssertSame(expected, Of([.. arrived])));
    }

    [Fact]
    public void No_event_is_later_or_of_the_same_time_and_higher_than_the_state() => Records.Sample(records =>
    {
        var timeline = Of(records);
        var said = records.Where(record => record.State is not null).ToArray();
        Assert.Equal(said.Length == 0, timeline.State is null);
        if (said.Length > 0)
        {
            var latest = said.Max(record => record.EventTime);
            Assert.Equal(said.Where(record => record.EventTime == latest).Max(record => record.State), timeline.State);
            Assert.Contains(said, record => record.State == timeline.State && record.EventTime == timeline.Since);
        }
    });

    private static PaymentTimeline Of(params PaymentRecord[] records) => PaymentTimeline.Of("pi_1", records);

    private static void AssertSame(PaymentTimeline expected, PaymentTimeline actual)
    {
        Assert.Equal((expected.State, expected.Since, expected.IsContradictory), (actual.State, actual.Since, actual.IsContradictory));
        Assert.Equal(expected.Providers, actual.Providers);
        Assert.Equal(expected.Webhooks, actual.Webhooks);
    }

    private static IEnumerable<IEnumerable<PaymentRecord>> Permutations(PaymentRecord[] records) => records.Length == 0
        ? [[]]
        : records.SelectMany((first, index) => Permutations([.. records.Where((_, other) => other != index)]).Select(rest => rest.Prepend(first)));
}
