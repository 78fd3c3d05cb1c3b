using Payshift.Core.Storage.Results;

namespace Payshift.Core.Operations.Payments;

/// <summary>The state of a payment, who says so, what it is linked to, and its webhooks, newest event first.</summary>
public sealed record PaymentResponse(
    string Reference,
    PaymentState? State,
    DateTimeOffset? Since,
    bool IsContradictory,
    IReadOnlyList<ProviderState> Providers,
    IReadOnlyList<LinkResponse> Orders,
    IReadOnlyList<LinkResponse> Customers,
    IReadOnlyList<PaymentRecord> Webhooks,
    bool HasMoreWebhooks)
{
    /// <returns>Null where nothing is recorded for the reference.</returns>
    public static PaymentResponse? Of(PaymentOverview overview) => overview.IsEmpty
        ? null
        : new PaymentResponse(
            overview.Timeline.Reference,
            overview.Timeline.State,
            overview.Timeline.Since,
            overview.Timeline.IsContradictory,
            overview.Timeline.Providers,
            LinkResponse.Of(overview.Orders),
            LinkResponse.Of(overview.Customers),
            overview.Timeline.Webhooks,
            overview.HasMoreWebhooks);
}
