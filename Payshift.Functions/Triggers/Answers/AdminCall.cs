using System.Net.Sockets;
using Azure;
using Payshift.Core.Queue;

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
        catch (Exception exception) when (IsOutage(exception))
        {
            logger.Unavailable(function, exception);
            return Refusals.Unavailable();
        }
    }

    internal static bool IsOutage(Exception exception) => exception switch
    {
        QueueUnavailableException => true,
        // Status 0: no answer at all.
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        // The storage client gives up on its retries with one exception for all of them.
        AggregateException several => several.InnerExceptions.Count > 0 && several.InnerExceptions.All(IsOutage),
        HttpRequestException or SocketException or IOException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };
}
