using System.Diagnostics;
using System.Net.Sockets;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Services;

/// <summary>The start of a service, with the wait until it answers.</summary>
internal static class ServiceStarter
{
    private const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>The running service and its port.</returns>
    public static async Task<(ServiceProcess Process, int Port)> StartAsync(
        ServiceCommand service, DataFolder folder, CancellationToken cancellationToken)
    {
        var pidPath = Path.Combine(folder.Path, $"{service.Name}.pid");
        var logPath = Path.Combine(folder.Folder("logs"), $"{service.Name}.log");
        var data = folder.Folder(service.Name);
        await ServiceProcess.StopOrphanAsync(pidPath);

        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort.Find();
            var process = ServiceProcess.Start(service.Name, service.Command(port, data), pidPath, logPath);
            try
            {
                if (await AnswersAsync(service, process, port, cancellationToken))
                {
                    return (process, port);
                }

                // A service that ends at once may have lost its port to another process.
                if (!process.Exited.IsCompleted || attempt == Attempts)
                {
                    throw new HostStartException($"{service.Name} did not start. The end of its log, {logPath}:{Environment.NewLine}{process.LogTail()}");
                }

                await process.DisposeAsync();
            }
            catch
            {
                await process.DisposeAsync();
                throw;
            }
        }
    }

    private static async Task<bool> AnswersAsync(
        ServiceCommand service, ServiceProcess process, int port, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);

        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience && !process.Exited.IsCompleted; await Task.Delay(20, cancellationToken))
        {
            try
            {
                if (await service.AnswersAsync(port, patience.Token))
                {
                    return true;
                }
            }
            catch (Exception exception) when (exception is SocketException or IOException or HttpRequestException)
            {
                // Not yet.
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }

        return false;
    }
}
