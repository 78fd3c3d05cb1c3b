using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Services;

/// <summary>The services that the host starts itself because the settings name none.</summary>
internal sealed class LocalServices : IAsyncDisposable
{
    private readonly IReadOnlyList<ServiceCommand> _commands;
    private readonly List<ServiceProcess> _running = [];

    private LocalServices(IReadOnlyList<ServiceCommand> commands) => _commands = commands;

    public bool IsEmpty => _commands.Count == 0;

    /// <summary>Whether a service ended while the host needed it.</summary>
    public bool HaveFailed { get; set; }

    public IReadOnlyList<ServiceProcess> Running => _running;

    /// <summary>Finds the services that are not configured and starts none of them yet.</summary>
    /// <param name="azurite">The script that starts Azurite; null or empty for the one in the repository.</param>
    public static LocalServices Plan(IConfiguration configuration, string? azurite, string? repositoryRoot)
    {
        var commands = new List<ServiceCommand>();
        if (IsMissing(RedisCommand.Setting))
        {
            commands.Add(RedisCommand.Find());
        }

        if (IsMissing(AzuriteCommand.Setting) && IsMissing(AzuriteCommand.ServiceUriSetting))
        {
            commands.Add(AzuriteCommand.Find(azurite, repositoryRoot));
        }

        if (commands.Count > 0 && OperatingSystem.IsWindows())
        {
            throw new HostStartException(
                "On Windows this host brings no services of its own. Set Payshift__Redis__ConnectionString and Payshift__Tables__ConnectionString, or use WSL.");
        }

        return new LocalServices(commands);

        bool IsMissing(string setting) => string.IsNullOrWhiteSpace(configuration[setting]);
    }

    /// <returns>The settings with the connection strings of the started services.</returns>
    public async Task<IReadOnlyList<KeyValuePair<string, string?>>> StartAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var starts = _commands.Select(command => StartOneAsync(command, folder, cancellationToken)).ToList();
        try
        {
            return await Task.WhenAll(starts);
        }
        finally
        {
            // Every service that started is noted, so that it is stopped even if another failed to start.
            foreach (var start in starts)
            {
                await ((Task)start).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public string Describe() => IsEmpty
        ? "as configured"
        : string.Join(", ", _running.Select(service => $"own {service.Name} (process {service.Pid})"));

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_running.Select(service => service.DisposeAsync().AsTask()));
        _running.Clear();
    }

    private async Task<KeyValuePair<string, string?>> StartOneAsync(
        ServiceCommand command, DataFolder folder, CancellationToken cancellationToken)
    {
        var (process, port) = await ServiceStarter.StartAsync(command, folder, cancellationToken);
        lock (_running)
        {
            _running.Add(process);
        }

        return KeyValuePair.Create(command.Setting, (string?)command.ConnectionString(port));
    }
}
