using Payshift.Core.Hosting;
using Payshift.Functions.Triggers;

namespace Payshift.LocalHost;

/// <summary>The parts that a host is built from. Tests replace some of them.</summary>
internal sealed record LocalHostSetup
{
    /// <summary>The types that are searched for functions.</summary>
    public IReadOnlyCollection<Type> FunctionTypes { get; init; } = typeof(ReceiveWebhook).Assembly.GetTypes();

    /// <summary>Registers the services that the functions need.</summary>
    public Action<IServiceCollection, IConfiguration> AddApplication { get; init; } =
        (services, configuration) => services.AddPayshift(configuration);

    /// <summary>Changes to the host just before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>The folder with <c>local.settings.json</c>, the data folder and the tools; null outside a clone of the repository.</summary>
    public string? RepositoryRoot { get; init; } = Startup.RepositoryRoot.Find(AppContext.BaseDirectory);

    /// <summary>The writer for the banner.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;
}
