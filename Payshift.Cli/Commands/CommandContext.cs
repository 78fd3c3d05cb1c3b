using Spectre.Console;

namespace Payshift.Cli.Commands;

/// <summary>What a command may know of the world around it.</summary>
/// <param name="Environment">Reads an environment variable.</param>
internal sealed record CommandContext(IAnsiConsole Output, TextWriter Error, Func<string, string?> Environment, TimeProvider Time, Random Random);
