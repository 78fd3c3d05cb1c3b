using Payshift.Core.Operations.Stats;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>What the queue holds now and what it counted, what is paused, and who does not answer.</summary>
public sealed class AdminStats(StatsReader stats, ILogger<AdminStats> logger)
{
    [Function(nameof(AdminStats))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "payment/admin/stats")] HttpRequest request,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(AdminStats), logger, async () =>
            Responses.Json(await stats.ReadAsync(cancellationToken)), cancellationToken);
}
