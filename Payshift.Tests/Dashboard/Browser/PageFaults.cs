using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Payshift.Tests.Dashboard.Browser;

/// <summary>
/// What a page must not do: errors on the console (violations of the Content-Security-Policy and answers that are no
/// success are among them), exceptions that nobody caught, requests to another origin.
/// </summary>
internal sealed class PageFaults
{
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentBag<string> _allowed = [];

    /// <summary>Watches every page of the context from now on.</summary>
    public PageFaults(IBrowserContext context, Uri address)
    {
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _faults.Enqueue($"console: {message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => _faults.Enqueue($"exception: {error.Error}");
        context.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !address.IsBaseOf(new Uri(request.Url)))
            {
                _faults.Enqueue($"another origin: {request.Url}");
            }
        };
    }

    /// <summary>All but what is allowed.</summary>
    public IReadOnlyList<string> Seen => [.. _faults.Where(fault => !_allowed.Any(part => fault.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Lets through the faults that contain this, which the test brings about: <c>status of 401</c>, <c>net::ERR_</c>.</summary>
    public void Allow(string part) => _allowed.Add(part);
}
