namespace Payshift.Core.Operations.Payments;

/// <summary>A payment that another one leads to.</summary>
/// <param name="Providers">Who named the order or customer with it.</param>
/// <param name="State">Null where no event says, and for payments beyond those whose state is looked up.</param>
/// <param name="Since">The time of the event since which the state is said.</param>
public sealed record LinkedPayment(string Reference, IReadOnlyList<string> Providers, PaymentState? State = null, DateTimeOffset? Since = null);
