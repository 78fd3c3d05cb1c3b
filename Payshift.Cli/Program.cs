using System.Collections;
using Payshift.Cli.Invocation;

var output = AnsiConsole.Console;
if (!output.Profile.Out.IsTerminal)
{
    // A file or a pipe has no width of its own; tables are to stay whole.
    output.Profile.Width = 160;
}

output.Profile.Capabilities.Interactive = output.Profile.Out.IsTerminal && !Console.IsInputRedirected;

var environment = Environment.GetEnvironmentVariables()
    .Cast<DictionaryEntry>()
    .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value);
using var signals = new StopSignals();
return await PayshiftCommand.RunAsync(
    args, new CommandContext(output, Console.Error, environment, Directory.GetCurrentDirectory(), TimeProvider.System, Random.Shared), signals.Token);
