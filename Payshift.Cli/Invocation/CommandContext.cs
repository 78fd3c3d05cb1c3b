namespace Payshift.Cli.Invocation;

/// <summary>The world around a command: its output, environment, folder, clock and chance.</summary>
/// <param name="Environment">The environment variables.</param>
/// <param name="Folder">Where the command was called, and where the search for <c>local.settings.json</c> begins.</param>
internal sealed record CommandContext(
    IAnsiConsole Output, TextWriter Error, IReadOnlyDictionary<string, string?> Environment, string Folder, TimeProvider Time, Random Random)
{
    /// <summary>Who calls, for the audit.</summary>
    public string User { get; } = $"cli:{System.Environment.UserName}";

    /// <summary>Whether a person is there to answer.</summary>
    public bool CanAsk => Output.Profile.Capabilities.Interactive;

    /// <summary>Whether a person watches: then numbers may change in place.</summary>
    public bool IsLive => Output.Profile.Out.IsTerminal && Output.Profile.Capabilities.Ansi;
}
