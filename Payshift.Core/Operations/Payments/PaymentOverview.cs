namespace Payshift.Core.Operations.Payments;

/// <summary>A payment reference: what providers said of it, and what it leads to.</summary>
/// <param name="HasMoreWebhooks">Whether there are older webhooks than the timeline's.</param>
/// <param name="Links">Orders before customers, those of the newest event first.</param>
public sealed record PaymentOverview(PaymentTimeline Timeline, bool HasMoreWebhooks, IReadOnlyList<PaymentLink> Links)
{
    public IEnumerable<PaymentLink> Orders => Links.Where(link => link.Kind == PaymentLinkKind.Order);

    public IEnumerable<PaymentLink> Customers => Links.Where(link => link.Kind == PaymentLinkKind.Customer);

    /// <summary>Whether the reference is neither a payment's nor an order's nor a customer's.</summary>
    public bool IsEmpty => Timeline.Webhooks.Count == 0 && Links.Count == 0;
}
