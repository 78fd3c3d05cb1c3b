using Payshift.Core.Monitoring;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>A payment's recorded webhooks, newest event first.</summary>
internal sealed record PaymentAnswer(string Reference, IReadOnlyList<PaymentRecord> Webhooks)
{
    public static IResult From(string reference, IReadOnlyList<PaymentRecord> webhooks) => webhooks.Count == 0
        ? Refusals.NotFound("Nothing is recorded for this payment reference.")
        : Results.Json(new PaymentAnswer(reference, webhooks), AnswerJson.Default.PaymentAnswer);
}
