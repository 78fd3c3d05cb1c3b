using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Payshift.Functions.Telemetry;

/// <summary>Sends telemetry to Application Insights where one is configured.</summary>
internal static class TelemetryServiceCollectionExtensions
{
    private const string ConnectionStringSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Every activity source and meter of Payshift carries this prefix.</summary>
    private const string OwnSources = "Payshift*";

    public static IServiceCollection AddPayshiftTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        // Application Insights throws at start without a connection string, and without one no telemetry is to leave.
        if (string.IsNullOrWhiteSpace(configuration[ConnectionStringSetting]))
        {
            return services;
        }

        services.AddApplicationInsightsTelemetryWorkerService(options =>
        {
            // The default is a rate limit of a few traces a second, which drops most of a burst of payments with their
            // logs. A payment is worth its trace; where it is not, sample in the Application Insights resource.
            options.TracesPerSecond = null;
            options.SamplingRatio = 1f;
        });
        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(OwnSources))
            .WithMetrics(metrics => metrics.AddMeter(OwnSources));
        return services;
    }
}
