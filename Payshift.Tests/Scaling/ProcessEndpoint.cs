using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Payshift.Tests.Scaling;

/// <summary>Stands where another instance's process function would, and remembers who called.</summary>
internal sealed class ProcessEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProcessEndpoint(WebApplication app) => _app = app;

    /// <summary>A line a call: method, path and key.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public string Url => _app.Urls.Single();

    public static async Task<ProcessEndpoint> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var endpoint = new ProcessEndpoint(builder.Build());
        endpoint._app.Urls.Add("http://127.0.0.1:0");
        endpoint._app.Run(async context =>
        {
            endpoint.Calls.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {context.Request.Headers["x-functions-key"]}");
            await (answer?.Invoke(context) ?? Task.CompletedTask);
        });
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
