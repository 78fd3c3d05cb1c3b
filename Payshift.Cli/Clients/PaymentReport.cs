using Payshift.Core.Operations.Payments;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Cli.Clients;

/// <summary>Where a payment stands, who says so, what it is linked to, and its webhooks, newest event first.</summary>
internal sealed record PaymentReport(
    string Reference,
    PaymentState? State,
    DateTimeOffset? Since,
    bool IsContradictory,
    IReadOnlyList<ProviderState> Providers,
    IReadOnlyList<LinkReport> Orders,
    IReadOnlyList<LinkReport> Customers,
    IReadOnlyList<PaymentRecord> Webhooks,
    bool HasMoreWebhooks)
{
    public static PaymentReport? Of(PaymentOverview overview) => overview.IsEmpty
        ? null
        : new PaymentReport(
            overview.Timeline.Reference,
            overview.Timeline.State,
            overview.Timeline.Since,
            overview.Timeline.IsContradictory,
            overview.Timeline.Providers,
            LinkReport.Of(overview.Orders),
            LinkReport.Of(overview.Customers),
            overview.Timeline.Webhooks,
            overview.HasMoreWebhooks);
}
