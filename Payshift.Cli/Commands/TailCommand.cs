using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift tail</c>: what goes on, as it happens.</summary>
internal static class TailCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var interval = CommonOptions.Number("--interval", "Seconds between two looks.", "seconds", absent: 1, least: 1, most: 3600);
        var target = new ClientOptions(context);
        var command = new Command("tail", "Shows what is received and processed as it happens, until Ctrl-C.") { interval };
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            await FollowAsync(context, payshift, TimeSpan.FromSeconds(parsed.GetValue(interval)), parsed.GetValue(output), cancellationToken);
            return ExitCodes.Interrupted;
        });
        return command;
    }

    private static async Task FollowAsync(
        CommandContext context, IPayshiftClient payshift, TimeSpan interval, OutputFormat format, CancellationToken cancellationToken)
    {
        var last = await payshift.GetStatsAsync(cancellationToken);
        TailView.Begin(context.Output, payshift.Name, last, format);
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(interval, context.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var now = await payshift.GetStatsAsync(cancellationToken);
                TailView.Write(context.Output, context.Time.GetUtcNow(), last, now, format);
                last = now;
            }
            catch (CommandException exception) when (exception.ExitCode == ExitCodes.HostUnreachable)
            {
                await context.Error.WriteLineAsync($"payshift: {exception.Message} Trying again.");
            }
        }
    }
}
