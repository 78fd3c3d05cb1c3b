using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Payshift.Core.Webhooks;

namespace Payshift.Benchmarks.Environment;

/// <summary>Stripe's payment intents on a port of this machine, 100 a page, with a count of calls.</summary>
internal sealed class StripeApi : IAsyncDisposable
{
    private const int PageSize = 100;

    private readonly WebApplication _app;
    private int _calls;

    private StripeApi(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single() + "/";

    public int Calls => _calls;

    public static async Task<StripeApi> StartAsync(IReadOnlyList<Webhook> webhooks)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var api = new StripeApi(builder.Build());
        api._app.Urls.Add("http://127.0.0.1:0");
        var newestFirst = webhooks.OrderByDescending(webhook => webhook.EventTime).ToArray();
        api._app.MapGet("/v1/payment_intents", (HttpRequest request) => api.List(newestFirst, request));
        api._app.MapGet("/v1/payment_intents/{id}", (string id) => api.Single(newestFirst, id));
        await api._app.StartAsync();
        return api;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult List(Webhook[] newestFirst, HttpRequest request)
    {
        Interlocked.Increment(ref _calls);
        var window = newestFirst.Where(webhook =>
            webhook.EventTime >= Time(request, "created[gte]") && webhook.EventTime <= Time(request, "created[lte]")).ToArray();
        var from = request.Query["starting_after"].FirstOrDefault() is { } after
            ? Array.FindIndex(window, webhook => webhook.PaymentReference == after) + 1
            : 0;
        return Results.Json(new { has_more = from + PageSize < window.Length, data = window.Skip(from).Take(PageSize).Select(Write) });
    }

    private IResult Single(Webhook[] webhooks, string id)
    {
        Interlocked.Increment(ref _calls);
        return Results.Json(Write(webhooks.First(webhook => webhook.PaymentReference == id)));
    }

    private static object Write(Webhook webhook) => new
    {
        id = webhook.PaymentReference,
        amount = webhook.Amount!.Value.MinorUnits,
        currency = webhook.Amount.Value.Currency,
        status = "succeeded",
    };

    private static DateTimeOffset Time(HttpRequest request, string name) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Query[name]!, CultureInfo.InvariantCulture));
}
