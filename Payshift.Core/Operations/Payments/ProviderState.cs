namespace Payshift.Core.Operations.Payments;

/// <summary>The state of a payment according to one provider.</summary>
/// <param name="State">Null where none of its events says.</param>
/// <param name="Since">The time of the event since which it says so.</param>
/// <param name="Webhooks">Recorded webhooks of this provider.</param>
public sealed record ProviderState(string Provider, PaymentState? State, DateTimeOffset? Since, int Webhooks);
