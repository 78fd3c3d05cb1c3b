namespace Payshift.Core.Operations.Payments;

/// <summary>An order or a customer, and the other payments that it leads to.</summary>
public sealed record LinkResponse(string Reference, IReadOnlyList<LinkedPayment> Payments, bool HasMore)
{
    public static IReadOnlyList<LinkResponse> Of(IEnumerable<PaymentLink> links) =>
        [.. links.Select(link => new LinkResponse(link.Reference, link.Payments, link.HasMore))];
}
