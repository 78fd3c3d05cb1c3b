using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Payshift.Tests.EndToEnd;

/// <summary>The circumstances of the next request, and the address it seems to come from.</summary>
internal sealed class ProviderScene : IStartupFilter
{
    public IWebhookProvider? Provider { get; set; }

    public ProviderOptions? Options { get; set; }

    public DateTimeOffset Now { get; set; }

    /// <summary>The address; null for the one that the request really comes from.</summary>
    public IPAddress? Sender { get; set; }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, following) =>
        {
            context.Connection.RemoteIpAddress = Sender ?? context.Connection.RemoteIpAddress;
            return following(context);
        });
        next(app);
    };
}
