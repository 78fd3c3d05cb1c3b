using Payshift.Core.Operations;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Functions.Triggers.Answers;

namespace Payshift.Functions.Triggers;

/// <summary>Lets processing go on, of all or of one <c>?provider=</c>.</summary>
public sealed class AdminResume(IQueuePauses pauses, ProviderRegistry providers, OperatorActions actions, ILogger<AdminResume> logger)
{
    [Function(nameof(AdminResume))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "payment/admin/queue/resume")] HttpRequest request,
        CancellationToken cancellationToken) =>
        PauseCall.AnswerAsync(nameof(AdminResume), request, providers, pauses, actions.ResumeAsync, logger, cancellationToken);
}
