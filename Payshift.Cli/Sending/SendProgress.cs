using Payshift.Cli.Invocation;

namespace Payshift.Cli.Sending;

/// <summary>A bar while many deliveries are sent to somebody who watches; nothing otherwise.</summary>
internal static class SendProgress
{
    /// <summary>Fewer than these are sent in a moment.</summary>
    private const int WorthABar = 20;

    public static async Task<SendResult> ShowAsync(CommandContext context, int total, Func<Action<SentDelivery>, Task<SendResult>> run)
    {
        if (!context.IsLive || total < WorthABar)
        {
            return await run(_ => { });
        }

        return await context.Output.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var task = progress.AddTask("sending", maxValue: total);
                return run(_ =>
                {
                    task.Increment(1);
                    task.Description = $"{task.Value:0} of {total}";
                });
            });
    }
}
