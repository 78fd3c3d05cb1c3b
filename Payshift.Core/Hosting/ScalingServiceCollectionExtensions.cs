using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Scaling;
using Payshift.Core.Scaling.History;

namespace Payshift.Core.Hosting;

internal static class ScalingServiceCollectionExtensions
{
    /// <param name="configuration">The root: Azure names the app's host in <c>WEBSITE_HOSTNAME</c>.</param>
    public static IServiceCollection AddScaleOut(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidated<ScaleOutOptions>(configuration.GetSection("Payshift:ScaleOut"));
        services.PostConfigure<ScaleOutOptions>(options => options.Url = options.Url is { Length: > 0 } url ? url : OwnUrl(configuration["WEBSITE_HOSTNAME"]));
        services.AddSingleton<IValidateOptions<ScaleOutOptions>, ScaleOutOptionsValidator>();
        services
            .AddHttpClient(ScaleOutConstants.ClientName, client =>
            {
                client.Timeout = ScaleOutConstants.LongestCall;
                client.DefaultRequestHeaders.UserAgent.ParseAdd("Payshift");
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would carry the key to wherever it points.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = ScaleOutConstants.ConnectTimeout,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();

        services.AddSingleton<RedisArrivalHistory>();
        services.AddSingleton<InstanceThroughput>();
        services.AddSingleton<InstanceCaller>();
        services.AddSingleton<ScaleOut>();
        return services;
    }

    /// <summary>Core Tools name a host of this machine, without TLS.</summary>
    private static string? OwnUrl(string? host) => string.IsNullOrEmpty(host) ? null
        : Uri.TryCreate($"http://{host}", UriKind.Absolute, out var local) && local.IsLoopback ? $"http://{host}"
        : $"https://{host}";
}
