using System.CommandLine.Parsing;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Commands;

/// <summary>The command itself: its subcommands, and how whatever ends one of them becomes a line and an exit code.</summary>
internal static class PayshiftCommand
{
    public static async Task<int> RunAsync(string[] arguments, CommandContext context, CancellationToken cancellationToken = default)
    {
        var output = CommonOptions.Output();
        var root = new RootCommand("Payshift, the payment webhook processor.")
        {
            output,
            SendCommand.Create(context, output),
            ProcessWebhooksCommand.Create(context, output),
            SetupScheduleCommand.Create(context, output),
            StatsCommand.Create(context, output),
            PaymentCommand.Create(context, output),
            FailuresCommand.Create(context, output),
            RetryCommand.Create(context, output),
            AnalyticsCommand.Create(context, output),
            BatchesCommand.Create(context, output),
            AuditCommand.Create(context, output),
            TailCommand.Create(context, output),
            PauseCommand.CreatePause(context, output),
            PauseCommand.CreateResume(context, output),
            DemoCommand.Create(context, output),
            CompletionsCommand.Create(context),
        };

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && !AsksForCompletions(parsed))
        {
            var problem = parsed.UnmatchedTokens.Count > 0 ? $"there is no {parsed.UnmatchedTokens[0]}." : OneLine(parsed.Errors[0].Message);
            var command = parsed.CommandResult.Command is RootCommand ? "payshift" : $"payshift {parsed.CommandResult.Command.Name}";
            await context.Error.WriteLineAsync($"payshift: {problem} See {command} --help.");
            return ExitCodes.Usage;
        }

        try
        {
            // Signals are turned into the token already; handled here, they would end what is to be finished.
            var invocation = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = context.Output.Profile.Out.Writer,
                Error = context.Error,
            };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (CommandException exception)
        {
            await context.Error.WriteLineAsync($"payshift: {exception.Message}");
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>The library lists the words that an option takes one below the other.</summary>
    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.EndsWith('.') ? line : line + '.';
    }

    private static bool AsksForCompletions(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.Directive && token.Value.StartsWith("[suggest", StringComparison.Ordinal));
}
