namespace Payshift.LocalHost.Services;

/// <summary>A watch over the services that the host started. It stops the host when one of them ends.</summary>
internal sealed partial class ServiceMonitor(
    LocalServices services, IHostApplicationLifetime lifetime, ILogger<ServiceMonitor> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (services.IsEmpty)
        {
            return;
        }

        var stopping = Task.Delay(Timeout.Infinite, stoppingToken);
        var ended = await Task.WhenAny([stopping, .. services.Running.Select(service => service.Exited)]);
        if (ended == stopping)
        {
            return;
        }

        var dead = services.Running.First(service => service.Exited.IsCompleted);
        services.HaveFailed = true;
        LogServiceDied(dead.Name, dead.LogPath, Environment.NewLine, dead.LogTail());
        lifetime.StopApplication();
    }

    [LoggerMessage(9010, LogLevel.Critical, "{Service} ended while this host needs it. The host stops. The end of its log, {LogPath}:{NewLine}{Tail}")]
    private partial void LogServiceDied(string service, string logPath, string newLine, string tail);
}
