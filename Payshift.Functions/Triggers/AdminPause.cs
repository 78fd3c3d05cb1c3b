using Payshift.Core.Operations;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Stops processing, of all or of one <c>?provider=</c>, until it is resumed. Receiving goes on.</summary>
public sealed class AdminPause(IQueuePauses pauses, ProviderRegistry providers, OperatorActions actions, ILogger<AdminPause> logger)
{
    [Function(nameof(AdminPause))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/queue/pause")] HttpRequest request,
        CancellationToken cancellationToken) =>
        PauseCall.AnswerAsync(nameof(AdminPause), request, providers, pauses, actions.PauseAsync, logger, cancellationToken);
}
