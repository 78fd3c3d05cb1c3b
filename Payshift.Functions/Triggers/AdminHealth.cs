using Payshift.Core.Operations.Health;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>What the word of <see cref="Health"/> rests on.</summary>
public sealed class AdminHealth(HealthReader health, ILogger<AdminHealth> logger)
{
    [Function(nameof(AdminHealth))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminHealth), logger, async () =>
            Responses.Json(await health.ReadAsync(cancellationToken)), cancellationToken);
}
