using Payshift.Core.Operations.Health;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Whether webhooks can be taken and recorded, for load balancers: a word, and nothing else.</summary>
public sealed class Health(HealthReader health, ILogger<Health> logger)
{
    [Function(nameof(Health))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payment/health")] HttpRequest request,
        CancellationToken cancellationToken) =>
        AdminCall.AnswerAsync(nameof(Health), logger, async () =>
            HealthResponses.From((await health.ReadAsync(cancellationToken)).Status), cancellationToken);
}
