namespace Payshift.Cli.Invocation;

/// <summary>The exit codes of the command, as listed in docs/cli.md.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>It ran to its end, and something is not as it should be.</summary>
    public const int NotAsExpected = 1;

    /// <summary>Wrong arguments, or a setting is missing.</summary>
    public const int Usage = 2;

    public const int HostUnreachable = 3;

    public const int KeyRefused = 4;

    /// <summary>Ended by Ctrl-C: 128 and the number of SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
