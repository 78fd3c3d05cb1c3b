using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost.Services;

/// <summary>The services that the host brings because none are configured.</summary>
internal sealed class OwnServices : IAsyncDisposable
{
    private readonly IReadOnlyList<ServiceCommand> _commands;
    private readonly List<ServiceProcess> _running = [];

    private OwnServices(IReadOnlyList<ServiceCommand> commands) => _commands = commands;

    public bool IsEmpty => _commands.Count == 0;

    public IReadOnlyList<ServiceProcess> Running => _running;

    /// <summary>Finds what is not configured, before anything is started.</summary>
    public static OwnServices Plan(IConfiguration configuration, LocalHostOptions options, string? checkoutRoot)
    {
        var commands = new List<ServiceCommand>();
        if (IsMissing(RedisCommand.Setting))
        {
            commands.Add(RedisCommand.Find());
        }

        if (IsMissing(AzuriteCommand.Setting) && IsMissing(AzuriteCommand.ServiceUriSetting))
        {
            commands.Add(AzuriteCommand.Find(options.Azurite, checkoutRoot));
        }

        if (commands.Count > 0 && OperatingSystem.IsWindows())
        {
            throw new HostStartException(
                "On Windows this host brings no services of its own. Set Payshift__Redis__ConnectionString and Payshift__Tables__ConnectionString, or use WSL.");
        }

        return new OwnServices(commands);

        bool IsMissing(string setting) => string.IsNullOrWhiteSpace(configuration[setting]);
    }

    /// <returns>The settings that lead to the started services.</returns>
    public async Task<IReadOnlyList<KeyValuePair<string, string?>>> StartAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var starts = _commands.Select(command => StartOneAsync(command, folder, cancellationToken)).ToList();
        try
        {
            return await Task.WhenAll(starts);
        }
        finally
        {
            // Those that started are to be stopped with the others, also when one failed.
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
