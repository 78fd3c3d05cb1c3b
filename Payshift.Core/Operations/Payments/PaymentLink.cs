namespace Payshift.Core.Operations.Payments;

/// <summary>An order or a customer, and the other payments that it leads to.</summary>
/// <param name="Reference">Of the order or the customer.</param>
/// <param name="Payments">By reference, without the payment that was asked for.</param>
/// <param name="HasMore">Whether there are more than these.</param>
public sealed record PaymentLink(PaymentLinkKind Kind, string Reference, IReadOnlyList<LinkedPayment> Payments, bool HasMore);
