using System.Diagnostics;
using System.Net.Http.Json;
using Payshift.Core.Processing;

namespace Payshift.Chaos.Bank;

/// <summary>The batch handler of every host: asks the bank for the whole group, with each webhook's id as idempotency key.</summary>
internal sealed class BankHandler(HttpClient bank, string worker) : IWebhookBatchHandler
{
    public const string RefusedReason = "The bank refuses.";

    public async Task<IReadOnlyList<WebhookOutcome>> HandleAsync(WebhookGroup group, CancellationToken cancellationToken)
    {
        using var response = await bank.PostAsJsonAsync(BankServer.Route, group.Attempts.Select(Order), cancellationToken);
        response.EnsureSuccessStatusCode();
        var answers = await response.Content.ReadFromJsonAsync<BankAnswer[]>(cancellationToken)
            ?? throw new InvalidDataException("The bank gave no answer.");
        if (answers.Contains(BankAnswer.Die))
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }

        if (answers.Contains(BankAnswer.Throw))
        {
            throw new InvalidOperationException("The handler was told to throw.");
        }

        return [.. group.Attempts.Zip(answers, Outcome)];
    }

    private BankOrder Order(WebhookAttempt attempt) => new(
        attempt.Webhook.Id.ToString(), attempt.Webhook.PaymentReference, attempt.Webhook.EventId, attempt.Webhook.EventTime, attempt.Number, worker);

    private static WebhookOutcome Outcome(WebhookAttempt attempt, BankAnswer answer) => answer switch
    {
        BankAnswer.Done => WebhookOutcome.Succeeded(attempt.Webhook.Id),
        BankAnswer.Busy => WebhookOutcome.Transient(attempt.Webhook.Id, "The bank is busy."),
        _ => WebhookOutcome.Permanent(attempt.Webhook.Id, RefusedReason),
    };
}
