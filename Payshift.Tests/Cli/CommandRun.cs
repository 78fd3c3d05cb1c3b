using Payshift.Cli.Commands;
using Payshift.Cli.Invocation;
using Spectre.Console;

namespace Payshift.Tests.Cli;

/// <summary>The command run inside the test, with an environment of its own.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <param name="answers">The keys that a person at the terminal presses; null where nobody is there.</param>
    public static async Task<CommandRun> RunAsync(
        string[] arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        TextWriter? output = null,
        string? folder = null,
        TimeProvider? time = null,
        string? answers = null,
        CancellationToken cancellationToken = default)
    {
        var empty = Directory.CreateTempSubdirectory("payshift-cli-");
        try
        {
            output ??= new StringWriter();
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
            console.Profile.Width = 200;
            console.Profile.Capabilities.Interactive = answers is not null;
            if (answers is not null)
            {
                console = new AnsweringConsole(console, answers);
            }

            var error = new StringWriter();
            var context = new CommandContext(
                console, error, environment ?? new Dictionary<string, string?>(), folder ?? empty.FullName, time ?? TimeProvider.System, Random.Shared);
            var code = await PayshiftCommand.RunAsync(arguments, context, cancellationToken);
            return new CommandRun(code, output.ToString()!, error.ToString());
        }
        finally
        {
            empty.Delete();
        }
    }
}
