using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Instrumentation.Http;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Payshift.Core.Telemetry;

namespace Payshift.Functions.Telemetry;

/// <summary>Sends telemetry to Application Insights where one is configured: the same from every host.</summary>
internal static class TelemetryServiceCollectionExtensions
{
    private const string ConnectionStringSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Every activity source and meter of Payshift carries this prefix.</summary>
    private const string OwnSources = "Payshift*";

    private const string HttpMeter = "System.Net.Http";

    /// <summary>Its other instruments have a dimension for each address of a connection.</summary>
    private const string HttpDuration = "http.client.request.duration";

    /// <summary>Categories that write lines for each request, some with its URL.</summary>
    private static readonly string[] Talkative = ["Microsoft", "System.Net.Http", "Azure", "Polly"];

    /// <param name="host">Adds what a host measures by itself.</param>
    public static IServiceCollection AddPayshiftTelemetry(
        this IServiceCollection services, IConfiguration configuration, Action<OpenTelemetryBuilder> host)
    {
        // Application Insights throws at start without a connection string, and without one no telemetry is to leave.
        if (string.IsNullOrWhiteSpace(configuration[ConnectionStringSetting]))
        {
            return services;
        }

        services.AddApplicationInsightsTelemetryWorkerService();
        services.AddOptions<AzureMonitorExporterOptions>().PostConfigure<IOptions<TelemetryOptions>>(Sample);
        services.PostConfigure<HttpClientTraceInstrumentationOptions>(LeaveOutTables);
        services.Configure<OpenTelemetryLoggerOptions>(options =>
        {
            options.IncludeFormattedMessage = true;
            // Those of ASP.NET Core have the path of the request, and so its secret.
            options.IncludeScopes = false;
        });
        services.AddLogging(logging => Array.ForEach(
            Talkative, category => logging.AddFilter<OpenTelemetryLoggerProvider>(category, LogLevel.Warning)));

        var telemetry = services.AddOpenTelemetry();
        host(telemetry);
        telemetry
            .WithTracing(tracing => tracing.AddSource(OwnSources).AddProcessor(new UrlScrubber()).AddProcessor(new FailureSampler()))
            .WithMetrics(metrics => metrics.AddMeter(OwnSources).AddView(instrument =>
                instrument.Meter.Name == HttpMeter && instrument.Name != HttpDuration ? MetricStreamConfiguration.Drop : null))
            .WithLogging(logging => logging.AddProcessor(new LogScrubber()));
        return services;
    }

    private static void Sample(AzureMonitorExporterOptions exporter, IOptions<TelemetryOptions> own)
    {
        exporter.SamplingRatio = (float)own.Value.SamplingRatio;
        // The default is a rate limit of a few traces a second, which drops most of a burst of payments with their logs.
        exporter.TracesPerSecond = null;
        exporter.EnableTraceBasedLogsSampler = false;
    }

    /// <summary>A request to Table Storage has a span of Payshift's own around it, which knows the table and no key.</summary>
    private static void LeaveOutTables(HttpClientTraceInstrumentationOptions options)
    {
        var others = options.FilterHttpRequestMessage;
        options.FilterHttpRequestMessage = request =>
            Activity.Current?.Parent is not { Kind: ActivityKind.Client, Source.Name: PayshiftTelemetry.Name } && (others?.Invoke(request) ?? true);
    }
}
