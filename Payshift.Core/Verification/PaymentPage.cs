namespace Payshift.Core.Verification;

/// <param name="Next">What the next page is asked for with; null after the last.</param>
internal sealed record PaymentPage(IReadOnlyList<ProviderPayment> Payments, string? Next = null);
