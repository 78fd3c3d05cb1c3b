using Payshift.LocalHost.Services;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost;

/// <summary>A host with the services that it started. Disposing it stops the host first and the services last.</summary>
internal sealed class LocalHostApplication(
    WebApplication app, LocalServices services, DataFolder? folder, Banner banner) : IAsyncDisposable
{
    public WebApplication App => app;

    /// <summary>The first address that the host listens on.</summary>
    public Uri Address => new(app.Urls.First());

    public Task StartAsync(CancellationToken cancellationToken) => app.StartAsync(cancellationToken);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await app.StartAsync(cancellationToken);
        banner.Write(output, app.Urls);
        await app.WaitForShutdownAsync(cancellationToken);
        return services.HaveFailed ? 1 : 0;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await services.DisposeAsync();
        folder?.Dispose();
    }
}
