namespace Payshift.Tests.Verification;

/// <summary>A payment that a provider's API knows.</summary>
internal sealed record FakePayment(string Id, long Minor, string Currency, string Status, DateTimeOffset CreatedAt)
{
    public decimal Major => Minor / 100m;
}
