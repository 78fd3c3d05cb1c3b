using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Payshift.Core.Storage.Results;

namespace Payshift.Tests.Cli;

/// <summary>Answers like a Payshift host that processes at once, or misbehaves as it is told.</summary>
internal sealed class FakeHost : IAsyncDisposable
{
    public const string Key = "the-key";

    private readonly ConcurrentDictionary<string, PaymentRecord> _records = new();
    private readonly WebApplication _app;
    private long _received, _duplicate, _processed, _retried;

    private FakeHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/payment/webhooks/{provider}", ReceiveAsync);
        _app.MapGet("/payment/admin/stats", (HttpRequest request) => Authorized(request, Stats));
        _app.MapPost("/payment/admin/process", (HttpRequest request) => Authorized(request, ProcessAsync));
        _app.MapPost("/payment/admin/failures/retry", (HttpRequest request) => Authorized(request, RetryAsync));
        _app.MapGet("/payment/admin/payments/{reference}", (HttpRequest request, string reference) => Authorized(request, () => Payment(reference)));
    }

    public string Url => _app.Urls.First();

    /// <summary>Types of events that are acknowledged and then lost.</summary>
    public string? Loses { get; init; }

    /// <summary>Completes when a batch, or a page of retries, was asked for.</summary>
    public TaskCompletionSource BatchBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>It ends when this completes.</summary>
    public TaskCompletionSource BatchMayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool ForgetsDuplicates { get; init; }

    public bool AcceptsAnySignature { get; init; }

    public bool NeverFailsFirst { get; init; }

    public static async Task<FakeHost> StartAsync(
        string? loses = null, bool forgetsDuplicates = false, bool acceptsAnySignature = false, bool neverFailsFirst = false)
    {
        var host = new FakeHost
        {
            Loses = loses,
            ForgetsDuplicates = forgetsDuplicates,
            AcceptsAnySignature = acceptsAnySignature,
            NeverFailsFirst = neverFailsFirst,
        };
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> ReceiveAsync(string provider, HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        var body = copy.ToArray();
        if (!AcceptsAnySignature && !Signatures.Hold(provider, name => request.Headers[name].FirstOrDefault(), body))
        {
            return Results.Problem(statusCode: 401);
        }

        var record = Read(provider, request, body);
        if (record.EventType == Loses)
        {
            Interlocked.Increment(ref _received);
            return Results.Ok(new { kept = 1, duplicates = 0 });
        }

        if (!_records.TryAdd(record.Id, record) && !ForgetsDuplicates)
        {
            Interlocked.Increment(ref _duplicate);
            return Results.Ok(new { kept = 0, duplicates = 1 });
        }

        Interlocked.Increment(ref _received);
        Interlocked.Increment(ref _processed);
        Interlocked.Add(ref _retried, record.Attempts - 1);
        return Results.Ok(new { kept = 1, duplicates = 0 });
    }

    private PaymentRecord Read(string provider, HttpRequest request, byte[] body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var type = (root.TryGetProperty("type", out var named) ? named : root.GetProperty("event")).GetString()!;
        var data = root.GetProperty("data");
        var (reference, id) = provider switch
        {
            "stripe" => (StripeReference(data.GetProperty("object")), root.GetProperty("id").GetString()),
            "flutterwave" when data.TryGetProperty("tx_ref", out var own) => (own.GetString(), type + data.GetProperty("id")),
            "standardwebhooks" => (data.GetProperty("id").GetString(), request.Headers["webhook-id"].ToString()),
            _ => (data.GetProperty("reference").GetString(), type + data.GetProperty("id")),
        };
        var now = DateTimeOffset.UtcNow;
        return new PaymentRecord
        {
            Id = WebhookId.From(provider, id!).ToString(),
            Provider = provider,
            EventId = id!,
            EventType = type,
            PaymentReference = reference!,
            PaymentMethod = "card",
            Priority = WebhookPriority.High,
            EventTime = now,
            ReceivedAt = now,
            ProcessedAt = now.AddSeconds(1),
            Outcome = "processed",
            Attempts = !NeverFailsFirst && reference!.Contains("fails-once", StringComparison.Ordinal) ? 2 : 1,
            BatchId = "batch",
        };
    }

    private static string? StripeReference(JsonElement data) =>
        (data.TryGetProperty("payment_intent", out var intent) ? intent : data.GetProperty("id")).GetString();

    private async Task<IResult> ProcessAsync()
    {
        BatchBegun.TrySetResult();
        await BatchMayEnd.Task;
        return Results.Ok(new { batches = 1, processed = 20, retried = 0, failed = 0, elapsedSeconds = 0.5, end = "batchLimit" });
    }

    /// <summary>One of many pages.</summary>
    private async Task<IResult> RetryAsync()
    {
        BatchBegun.TrySetResult();
        await BatchMayEnd.Task;
        return Results.Ok(new { dryRun = false, matched = 1, items = new[] { new { id = "1-aa", result = "retried" } }, continuation = "more" });
    }

    private static IResult Authorized(HttpRequest request, Func<IResult> answer) =>
        request.Headers["x-functions-key"] == Key ? answer() : Results.Problem(statusCode: 401);

    private static async Task<IResult> Authorized(HttpRequest request, Func<Task<IResult>> answer) =>
        request.Headers["x-functions-key"] == Key ? await answer() : Results.Problem(statusCode: 401);

    private IResult Stats() => Results.Ok(new
    {
        readyHigh = 0,
        readyNormal = 0,
        readyLow = 0,
        inFlight = 0,
        scheduled = 0,
        oldestWaitingSeconds = (double?)null,
        held = new { },
        known = _records.Count,
        partitionsAway = 0,
        counters = new { received = _received, duplicate = _duplicate, processed = _processed, retried = _retried, failed = 0, reclaimed = 0 },
        paused = new { queueSince = (string?)null, providersSince = new { } },
        circuits = Array.Empty<object>(),
    });

    private IResult Payment(string reference)
    {
        var webhooks = _records.Values.Where(record => record.PaymentReference == reference).ToList();
        return webhooks.Count == 0 ? Results.Problem(statusCode: 404) : Results.Ok(new { reference, webhooks });
    }
}
