using Payshift.Core.Webhooks;

namespace Payshift.Functions.Triggers.Answers;

/// <summary>Runs an operator's call and answers 503 where Redis or Table Storage is out of reach.</summary>
internal static class AdminCall
{
    public static async Task<IResult> AnswerAsync(
        string function, ILogger logger, Func<Task<IResult>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Refusals.ClientGone;
        }
        catch (Exception exception) when (exception is QueueUnavailableException or StorageUnavailableException or OperationCanceledException)
        {
            logger.Unavailable(function, exception);
            return Refusals.Unavailable();
        }
        catch (FormatException)
        {
            return Refusals.BadRequest("The continuation is none that was given here.");
        }
    }
}
