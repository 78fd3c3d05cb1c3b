using Payshift.Cli.Clients;
using Payshift.Core.Storage.Results;

namespace Payshift.Cli.Demo;

/// <summary>The outcome of a delivery.</summary>
/// <param name="Records">What is recorded of its event: one record if all is well with a new event.</param>
internal sealed record DemoOutcome(DemoDelivery Delivery, DeliveryOutcome Answer, IReadOnlyList<PaymentRecord> Records)
{
    /// <summary>Nothing more can come: not kept, or recorded.</summary>
    public bool IsSettled => !Delivery.IsNew || Answer.Kept is null or 0 || Records.Count > 0;
}
