namespace Payshift.Core.Storage.Results;

/// <summary>Payments of one order or customer.</summary>
/// <param name="Payments">By reference, each with the providers that named the order or customer with it.</param>
/// <param name="HasMore">Whether there are more than were asked for.</param>
public sealed record PaymentLinkRows(IReadOnlyDictionary<string, IReadOnlyList<string>> Payments, bool HasMore);
