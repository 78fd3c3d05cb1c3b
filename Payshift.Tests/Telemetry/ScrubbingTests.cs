using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Payshift.Functions.Telemetry;

namespace Payshift.Tests.Telemetry;

/// <summary>What is taken out of spans and logs before they are sent, and what is kept of those that were not to be sent.</summary>
public sealed class ScrubbingTests
{
    private const string Card = "4242424242424242";

    [Theory]
    [InlineData("payment/webhooks/{provider}/{pathSecret?}", "/payment/webhooks/{provider}/{pathSecret?}")]
    [InlineData(null, "/")]
    public void A_request_keeps_its_route_and_nothing_else_of_its_URL(string? route, string path)
    {
        using var span = new Activity("request")
            .SetTag("url.path", "/payment/webhooks/mpesa/pathsecret").SetTag("url.query", "?code=key").SetTag("user_agent.original", Card).SetTag("http.route", route);

        new UrlScrubber().OnEnd(span);

        Assert.Equal(path, span.GetTagItem("url.path"));
        Assert.Null(span.GetTagItem("url.query"));
        Assert.Null(span.GetTagItem("user_agent.original"));
    }

    [Theory]
    [InlineData("https://api.stripe.com/v1/charges/ch_1?key=secret", "https://api.stripe.com/")]
    [InlineData("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/")]
    [InlineData("https://user:password@api.stripe.com/", "https://api.stripe.com/")]
    public void A_call_keeps_its_host_and_nothing_else_of_its_URL(string full, string kept)
    {
        using var span = new Activity("call").SetTag("url.full", full);

        new UrlScrubber().OnEnd(span);

        Assert.Equal(kept, span.GetTagItem("url.full"));
    }

    [Fact]
    public void The_text_of_an_error_is_not_kept()
    {
        using var span = new Activity("call").SetStatus(ActivityStatusCode.Error, $"card {Card}");

        new UrlScrubber().OnEnd(span);

        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
    }

    [Theory]
    [InlineData("error.type", "handler")]
    [InlineData("http.response.status_code", 401)]
    [InlineData("http.response.status_code", 503)]
    public void A_failure_is_kept_although_its_trace_is_not_sampled(string tag, object value)
    {
        using var failed = new Activity("process").SetTag(tag, value);
        using var other = new Activity("process").SetTag("http.response.status_code", 200);

        new FailureSampler().OnEnd(failed);
        new FailureSampler().OnEnd(other);

        Assert.Equal((true, false), (failed.Recorded, other.Recorded));
    }

    [Fact]
    public void Card_numbers_in_logs_and_their_exceptions_are_masked()
    {
        var sent = new List<(string? Message, string? Value, string? Exception)>();
        using var loggers = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.AddProcessor(new LogScrubber());
            options.AddProcessor(new SeenLogs(record =>
                sent.Add((record.FormattedMessage, record.Attributes?[0].Value as string, record.Exception?.ToString()))));
        }));

#pragma warning disable CA1848, CA1873 // What handlers write is not ours.
        loggers.CreateLogger("handler").LogError(new InvalidOperationException($"declined {Card}"), "Card {Number} failed", Card);
#pragma warning restore CA1848, CA1873

        var (message, value, exception) = Assert.Single(sent);
        Assert.Equal(("Card ****4242 failed", "****4242"), (message, value));
        Assert.Contains("InvalidOperationException: declined ****4242", exception, StringComparison.Ordinal);
    }
}
