using Payshift.Chaos.Bank;

namespace Payshift.Tests.Chaos.Bank;

public sealed class BankLedgerTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void An_order_is_performed_once_however_often_it_is_asked()
    {
        var ledger = new BankLedger(new Dictionary<string, Fate>());

        Assert.Equal(BankAnswer.Done, ledger.Take(Order("key")).Answer);
        Assert.Equal(BankAnswer.Done, ledger.Take(Order("key")).Answer);

        Assert.Equal((1, 2), (ledger.Performed, ledger.Entries["key"].Asks.Count));
    }

    [Fact]
    public void An_older_event_does_not_override_an_account()
    {
        var ledger = new BankLedger(new Dictionary<string, Fate>());

        ledger.Take(Order("newer") with { EventTime = Time.AddSeconds(1), EventId = "newer" });
        ledger.Take(Order("older"));

        Assert.Equal("newer", ledger.LatestEvent("account"));
    }

    [Theory]
    [InlineData(nameof(Fate.FailsAtFirst), nameof(BankAnswer.Busy), nameof(BankAnswer.Done))]
    [InlineData(nameof(Fate.ThrowsAtFirst), nameof(BankAnswer.Throw), nameof(BankAnswer.Done))]
    [InlineData(nameof(Fate.IsSlow), nameof(BankAnswer.Done), nameof(BankAnswer.Done))]
    [InlineData(nameof(Fate.IsRefused), nameof(BankAnswer.Refused), nameof(BankAnswer.Refused))]
    [InlineData(nameof(Fate.FailsAlways), nameof(BankAnswer.Busy), nameof(BankAnswer.Busy))]
    [InlineData(nameof(Fate.KillsItsWorker), nameof(BankAnswer.Die), nameof(BankAnswer.Die))]
    public void Fates_take_their_course(string name, string first, string third)
    {
        var fate = Enum.Parse<Fate>(name);
        var ledger = new BankLedger(new Dictionary<string, Fate> { ["key"] = fate });

        Assert.Equal(first, ledger.Take(Order("key")).Answer.ToString());
        Assert.Equal(third, ledger.Take(Order("key") with { Attempt = 3 }).Answer.ToString());
        Assert.Equal(!fate.IsFailure(), ledger.Entries["key"].IsPerformed);
    }

    private static BankOrder Order(string key) => new(key, "account", key, Time, 1, "worker");
}
