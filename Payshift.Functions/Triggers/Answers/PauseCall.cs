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
        var provider = request.Query["provider"].ToString().ToLowerInvariant();
        if (provider.Length > 0 && !providers.IsKnown(provider))
        {
            return Task.FromResult(Refusals.BadRequest("No provider of this name is known. Leave provider out to mean the whole queue."));
        }

        return AdminCall.AnswerAsync(function, logger, async () =>
        {
            var target = provider.Length > 0 ? provider : null;
            var changed = await change(target, OperatorName.Of(request));
            if (changed)
            {
                logger.PauseChanged(function, provider.Length > 0 ? provider : "the whole queue");
            }

            return PauseChangeAnswer.From(changed, await pauses.GetAsync());
        }, cancellationToken);
    }
}
