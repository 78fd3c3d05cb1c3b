namespace Payshift.LocalHost.Services;

/// <summary>Stops the host when a service that it brought ends: nothing goes on silently broken.</summary>
internal sealed class ServiceWatch(
    OwnServices services, HostFailure failure, IHostApplicationLifetime lifetime, ILogger<ServiceWatch> logger) : BackgroundService
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
        failure.Report();
        logger.ServiceDied(dead.Name, dead.LogPath, Environment.NewLine, dead.LogTail());
        lifetime.StopApplication();
    }
}
