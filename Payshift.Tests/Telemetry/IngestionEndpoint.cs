using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Payshift.Tests.Telemetry;

/// <summary>Stands where Application Insights would, and where a provider's API would: that one knows no payment.</summary>
internal sealed class IngestionEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private IngestionEndpoint(WebApplication app) => _app = app;

    public ConcurrentQueue<SentItem> Items { get; } = new();

    public string Url => _app.Urls.Single();

    /// <summary>With a key of its own: what one host could not send lies on the disk, and another with that key would send it.</summary>
    public string ConnectionString => $"InstrumentationKey={Guid.NewGuid()};IngestionEndpoint={Url};LiveEndpoint={Url}";

    public IEnumerable<SentItem> Requests => Items.Where(item => item.Type == "RequestData");

    public IEnumerable<SentItem> Dependencies => Items.Where(item => item.Type == "RemoteDependencyData");

    public IEnumerable<SentItem> Metrics => Items.Where(item => item.Type == "MetricData");

    public static async Task<IngestionEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var endpoint = new IngestionEndpoint(builder.Build());
        endpoint._app.Urls.Add("http://127.0.0.1:0");
        endpoint._app.Run(endpoint.AnswerAsync);
        await endpoint._app.StartAsync();
        return endpoint;
    }

    /// <summary>What a host needs to send here, and traces and logs soon. Metrics are sent each minute.</summary>
    public void AddTo(Dictionary<string, string?> settings)
    {
        settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] = ConnectionString;
        settings["APPLICATIONINSIGHTS_SDKSTATS_DISABLED"] = "true";
        settings["APPLICATIONINSIGHTS_STATSBEAT_DISABLED"] = "true";
        settings["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        settings["OTEL_BLRP_SCHEDULE_DELAY"] = "100";
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/v2.1/track"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var body = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
            : context.Request.Body;
        using var reader = new StreamReader(body);
        var count = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Length > 0)
            {
                Items.Enqueue(new SentItem(line));
                count++;
            }
        }

        await context.Response.WriteAsync($$"""{"itemsReceived":{{count}},"itemsAccepted":{{count}},"errors":[]}""");
    }
}
