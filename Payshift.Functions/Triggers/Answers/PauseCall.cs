using Payshift.Core.Operations;
using Payshift.Core.Operations.Queries;
using Payshift.Core.Providers;
using Payshift.Core.Queue;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>What pausing and resuming share: which provider is meant, and the answer.</summary>
internal static class PauseCall
{
    public static Task<IResult> AnswerAsync(
        string function,
        HttpRequest request,
        ProviderRegistry providers,
        IQueuePauses pauses,
        Func<string?, string, Task<bool>> change,
        ILogger logger,
        CancellationToken cancellationToken)
    {
        var values = new QueryValues(request.Query);
        var target = values.Text("provider")?.ToLowerInvariant();
        if (values.ProblemOrUnknown() is { } problem)
        {
            return Task.FromResult(Refusals.BadRequest(problem));
        }

        if (target is not null && !providers.IsKnown(target))
        {
            return Task.FromResult(Refusals.BadRequest("No provider of this name is known. Leave provider out to mean the whole queue."));
        }

        return AdminCall.AnswerAsync(function, logger, async () =>
        {
            var changed = await change(target, OperatorName.Of(request));
            if (changed)
            {
                logger.PauseChanged(function, target ?? "the whole queue");
            }

            return Responses.Json(new PauseResponse(changed, await pauses.GetAsync()));
        }, cancellationToken);
    }
}
