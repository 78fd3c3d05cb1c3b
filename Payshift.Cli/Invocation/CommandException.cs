namespace Payshift.Cli.Invocation;

/// <summary>The command cannot go on. The message is the one line that the user sees.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
