using Payshift.Core.Hosting;
using Payshift.Functions.Triggers;
using Payshift.LocalHost.Startup;

namespace Payshift.LocalHost;

/// <summary>What a host is made of. Tests replace parts of it.</summary>
internal sealed record LocalHostSetup
{
    /// <summary>Searched for functions.</summary>
    public IReadOnlyCollection<Type> FunctionTypes { get; init; } = typeof(ReceiveWebhook).Assembly.GetTypes();

    /// <summary>Adds what the functions ask for.</summary>
    public Action<IServiceCollection, IConfiguration> AddApplication { get; init; } =
        (services, configuration) => services.AddPayshift(configuration);

    /// <summary>The last word on the host before it is built.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Has <c>local.settings.json</c>, the data folder and the tools; null outside of a working copy.</summary>
    public string? CheckoutRoot { get; init; } = Checkout.Find(AppContext.BaseDirectory);

    /// <summary>Where the banner goes.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;
}
