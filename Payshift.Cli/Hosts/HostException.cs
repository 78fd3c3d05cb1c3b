namespace Payshift.Cli.Hosts;

/// <summary>The host cannot be worked with. The message is the one line that the user sees.</summary>
internal sealed class HostException(int exitCode, string message) : Exception(message)
{
    /// <summary>One of <see cref="Commands.ExitCodes"/>.</summary>
    public int ExitCode { get; } = exitCode;
}
