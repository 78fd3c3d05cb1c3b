using Payshift.Cli.Clients;
using Payshift.Cli.Invocation;
using Payshift.Cli.Views;

namespace Payshift.Cli.Commands;

/// <summary><c>payshift stats</c>: the queue's numbers.</summary>
internal static class StatsCommand
{
    public static Command Create(CommandContext context, Option<OutputFormat> output)
    {
        var target = new ClientOptions(context);
        var command = new Command("stats", "Shows the queue's numbers, what is paused, and who does not answer.");
        target.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var payshift = target.Open(parsed);
            StatsView.Write(context.Output, await payshift.GetStatsAsync(cancellationToken), parsed.GetValue(output));
            return ExitCodes.Success;
        });
        return command;
    }
}
