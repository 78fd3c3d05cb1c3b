namespace Payshift.Tests.Webhooks;

public sealed class PaymentStateTests
{
    [Fact]
    public void Values_are_the_rank_and_stay_for_webhooks_that_wait() => Assert.Equal(
        "Pending=10 Authorized=20 Failed=30 Expired=40 Canceled=50 Succeeded=60 PartiallyRefunded=70 Refunded=80 Disputed=90 ChargedBack=100",
        string.Join(' ', Enum.GetValues<PaymentState>().Select(state => $"{state}={(byte)state}")));
}
