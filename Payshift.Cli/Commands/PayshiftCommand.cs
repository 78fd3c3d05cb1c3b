using System.CommandLine;
using Payshift.Cli.Hosts;

namespace Payshift.Cli.Commands;

/// <summary>The command itself: its subcommands, and how whatever ends one of them becomes a line and an exit code.</summary>
internal static class PayshiftCommand
{
    public static async Task<int> RunAsync(string[] arguments, CommandContext context, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("Payshift, the payment webhook processor.")
        {
            DemoCommand.Create(context),
        };

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            var problem = parsed.UnmatchedTokens.Count > 0 ? $"there is no {parsed.UnmatchedTokens[0]}." : parsed.Errors[0].Message;
            var command = parsed.CommandResult.Command is RootCommand ? "payshift" : $"payshift {parsed.CommandResult.Command.Name}";
            await context.Error.WriteLineAsync($"payshift: {problem} See {command} --help.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (HostException exception)
        {
            await context.Error.WriteLineAsync($"payshift: {exception.Message}");
            return exception.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }
}
