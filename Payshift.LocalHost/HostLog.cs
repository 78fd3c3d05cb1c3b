namespace Payshift.LocalHost;

/// <summary>Log messages of this host: event ids 9000 to 9999.</summary>
internal static partial class HostLog
{
    [LoggerMessage(9001, LogLevel.Error, "The timer function {Function} failed; it runs again when it is due")]
    public static partial void TimerFailed(this ILogger logger, string function, Exception exception);

    [LoggerMessage(9002, LogLevel.Debug, "The timer of {Function} stopped")]
    public static partial void TimerStopped(this ILogger logger, string function);

    [LoggerMessage(9010, LogLevel.Critical, "{Service} ended while this host needs it. The host stops. The end of its log, {LogPath}:{NewLine}{Tail}")]
    public static partial void ServiceDied(this ILogger logger, string service, string logPath, string newLine, string tail);
}
