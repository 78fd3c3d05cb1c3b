using Payshift.Core.Operations.Payments;

namespace Payshift.Cli.Clients;

/// <summary>An order or a customer, and the other payments that it leads to.</summary>
internal sealed record LinkReport(string Reference, IReadOnlyList<LinkedPayment> Payments, bool HasMore)
{
    public static IReadOnlyList<LinkReport> Of(IEnumerable<PaymentLink> links) =>
        [.. links.Select(link => new LinkReport(link.Reference, link.Payments, link.HasMore))];
}
