using Payshift.Core.Operations.Payments;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>One payment: where it stands, what each provider says of it, what it is linked to, and its timeline.</summary>
public sealed class AdminPayments(PaymentReader payments, ILogger<AdminPayments> logger)
{
    [Function(nameof(AdminPayments))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/payments/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminPayments), logger, async () =>
            Responses.Payment(await payments.ReadAsync(WithSlashes(reference), cancellationToken)), cancellationToken);

    // Routing decodes every escape but this one, and merchants do write references such as INV/2026/01.
    private static string WithSlashes(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
