using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Payshift.Cli.Invocation;
using Payshift.Core.Hosting;
using Payshift.Core.Webhooks;

namespace Payshift.Cli.Clients;

/// <summary>The services of Payshift, composed as in a host; what cannot be worked with is explained in a sentence.</summary>
internal sealed class DirectServices : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ServiceNames _names;

    private DirectServices(ServiceProvider services, string who) => (_services, _names, Who) = (services, ServiceNames.Of(services), who);

    public string Name => _names.Redis;

    /// <summary>Who works with it, for the audit.</summary>
    public string Who { get; }

    /// <exception cref="CommandException">A setting is missing or wrong.</exception>
    public static DirectServices Open(IConfiguration settings, CommandContext context)
    {
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new AuditNotice(context.Error)))
            .AddPayshift(settings)
            .BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return new DirectServices(services, context.User);
        }
        catch (Exception exception) when (SettingErrors.Explain(exception) is { } explained)
        {
            services.Dispose();
            throw new CommandException(ExitCodes.Usage, explained);
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <exception cref="CommandException">Redis or Table Storage cannot be worked with.</exception>
    public async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (QueueUnavailableException exception)
        {
            throw new CommandException(ExitCodes.HostUnreachable, _names.ExplainRedis(exception));
        }
        catch (StorageUnavailableException exception)
        {
            throw new CommandException(ExitCodes.HostUnreachable, _names.ExplainTables(exception));
        }
        catch (FormatException)
        {
            throw new CommandException(ExitCodes.Usage, "The continuation is none that was given here.");
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
