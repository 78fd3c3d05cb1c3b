namespace Payshift.Core.Verification;

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the next page; null after the last.</param>
internal sealed record PaymentPage(IReadOnlyList<ProviderPayment> Payments, string? Next = null);
