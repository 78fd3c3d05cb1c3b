using Microsoft.Azure.Functions.Worker;
using Payshift.Core.Monitoring;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Whether webhooks can be taken and recorded, for load balancers: it tells nothing else.</summary>
public sealed class Health(PayshiftMonitor monitor, ILogger<Health> logger)
{
    /// <summary>Probes give up after a few seconds; an answer that comes later is none.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(Health))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payment/health")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        return await AdminCall.AnswerAsync(nameof(Health), logger, async () =>
            await monitor.IsReadyAsync(patience.Token) ? HealthAnswer.Ready : Refusals.NotReady(), cancellationToken);
    }
}
