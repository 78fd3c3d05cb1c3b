using Payshift.Cli.Commands;
using Spectre.Console;

var output = AnsiConsole.Console;
if (!output.Profile.Out.IsTerminal)
{
    // A file or a pipe has no width of its own; tables are to stay whole.
    output.Profile.Width = 160;
}

return await PayshiftCommand.RunAsync(args, new CommandContext(output, Console.Error, Environment.GetEnvironmentVariable, TimeProvider.System, Random.Shared));
