using System.Collections.Concurrent;

namespace Payshift.Core.Verification;

/// <summary>
/// The payments that the provider's API returned a moment ago. A list contains more than one batch needs and may confirm the
/// next batch. It can only confirm: anything else is looked up again, since the payment may have changed.
/// </summary>
internal sealed class RecentPayments(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<string, (ProviderPayment Payment, DateTimeOffset At)> _payments = new(StringComparer.Ordinal);

    public void Add(IReadOnlyList<ProviderPayment> payments)
    {
        var now = timeProvider.GetUtcNow();
        if (_payments.Count + payments.Count > VerificationConstants.MaxRecent)
        {
            _payments.Clear();
        }

        foreach (var payment in payments)
        {
            _payments[payment.Key] = (payment, now);
        }
    }

    public bool Confirms(PaymentClaim claim) =>
        _payments.TryGetValue(claim.Key, out var entry)
        && timeProvider.GetUtcNow() - entry.At < VerificationConstants.RecentFor
        && entry.Payment.DifferenceFrom(claim) is null;
}
