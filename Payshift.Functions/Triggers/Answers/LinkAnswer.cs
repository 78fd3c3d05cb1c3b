using Payshift.Core.Operations.Payments;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>An order or a customer, and the other payments that it leads to.</summary>
internal sealed record LinkAnswer(string Reference, IReadOnlyList<LinkedPayment> Payments, bool HasMore)
{
    public static IReadOnlyList<LinkAnswer> Of(IEnumerable<PaymentLink> links) =>
        [.. links.Select(link => new LinkAnswer(link.Reference, link.Payments, link.HasMore))];
}
