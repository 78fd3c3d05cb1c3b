using Payshift.Core.Operations.Payments;
using Payshift.Core.Storage.Results;
using Payshift.Core.Webhooks;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Where a payment stands, who says so, what it is linked to, and its webhooks, newest event first.</summary>
internal sealed record PaymentAnswer(
    string Reference,
    PaymentState? State,
    DateTimeOffset? Since,
    bool IsContradictory,
    IReadOnlyList<ProviderState> Providers,
    IReadOnlyList<LinkAnswer> Orders,
    IReadOnlyList<LinkAnswer> Customers,
    IReadOnlyList<PaymentRecord> Webhooks,
    bool HasMoreWebhooks)
{
    public static IResult From(PaymentOverview overview) => overview.IsEmpty
        ? Refusals.NotFound("Nothing is recorded for this payment reference, and no payment names it as its order or customer.")
        : Results.Json(
            new PaymentAnswer(
                overview.Timeline.Reference,
                overview.Timeline.State,
                overview.Timeline.Since,
                overview.Timeline.IsContradictory,
                overview.Timeline.Providers,
                LinkAnswer.Of(overview.Orders),
                LinkAnswer.Of(overview.Customers),
                overview.Timeline.Webhooks,
                overview.HasMoreWebhooks),
            AnswerJson.Default.PaymentAnswer);
}
