using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Payshift.Tests.Verification;

/// <summary>The providers' APIs on a port of this machine: their documented paths, pages, limits and errors.</summary>
internal sealed partial class FakeProviderApi : IAsyncDisposable
{
    public const string Key = "key:secret";

    private readonly WebApplication _app;

    private FakeProviderApi(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, FakePayment> Payments { get; } = new();

    /// <summary>Known to single look-ups, not shown by lists yet.</summary>
    public ConcurrentDictionary<string, bool> Unlisted { get; } = new();

    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Answers a request in the API's place, where it returns an answer.</summary>
    public Func<HttpRequest, IResult?> Fault { get; set; } = _ => null;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Calls that are not about access tokens.</summary>
    public int CallCount => Calls.Count(call =>
        !call.Contains("oauth2", StringComparison.Ordinal) && !call.Contains("auth/login", StringComparison.Ordinal));

    public static async Task<FakeProviderApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var api = new FakeProviderApi(app);
        app.Use(api.WatchAsync);
        api.Map();
        api.MapBraintree();
        api.MapCharges();
        api.MapMonnify();
        await app.StartAsync();
        return api;
    }

    public void Add(params IEnumerable<FakePayment> payments)
    {
        foreach (var payment in payments)
        {
            Payments[payment.Id] = payment;
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        Calls.Enqueue(context.Request.Path + context.Request.QueryString);
        Keys.Enqueue(context.Request.Headers.Authorization.ToString());
        if (context.Request.Headers.Authorization.Count == 0 && !context.Request.Headers.ContainsKey(CoinbaseKey) && context.Request.Path != "/oauth2/token")
        {
            context.Response.StatusCode = 401;
        }
        else if (Fault(context.Request) is { } answer)
        {
            await answer.ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    }

    private void Map()
    {
        _app.MapGet("/v1/payment_intents", (HttpRequest request) =>
        {
            var all = Window(Seconds(request, "created[gte]"), Seconds(request, "created[lte]"));
            var from = request.Query["starting_after"].FirstOrDefault() is { } after ? all.FindIndex(payment => payment.Id == after) + 1 : 0;
            var page = all.Skip(from).Take(Limit(request, "limit", 10, 100)).ToArray();
            return Results.Json(new { @object = "list", has_more = from + page.Length < all.Count, data = page.Select(Stripe) });
        });
        _app.MapGet("/v1/payment_intents/{id}", (string id) => One(id, HttpStatusCode.NotFound, Stripe));

        _app.MapGet("/transaction", (HttpRequest request) => Numbered(request, "perPage", 50, page => new { status = true, data = page.Select(Paystack) }));
        _app.MapGet("/transaction/verify/{id}", (string id) => One(id, HttpStatusCode.BadRequest, payment => new { status = true, data = Paystack(payment) }));

        _app.MapGet("/v3/transactions", (HttpRequest request) =>
        {
            const int size = 20;
            var all = Window(Iso(request, "from").Date, Iso(request, "to").Date.AddDays(1));
            var number = Number(request, "page", 1);
            var pages = (all.Count + size - 1) / size;
            return Results.Json(new
            {
                status = "success",
                meta = new { page_info = new { total = all.Count, current_page = number, total_pages = pages } },
                data = all.Skip((number - 1) * size).Take(size).Select(Flutterwave),
            });
        });
        _app.MapGet("/v3/transactions/verify_by_reference", (string tx_ref) =>
            One(tx_ref, HttpStatusCode.BadRequest, payment => new { status = "success", data = Flutterwave(payment) }));

        _app.MapGet("/v1/payments", (HttpRequest request) =>
        {
            var all = Window(Seconds(request, "from"), Seconds(request, "to"));
            var page = all.Skip(Number(request, "skip", 0)).Take(Limit(request, "count", 10, 100)).ToArray();
            return Results.Json(new { entity = "collection", count = page.Length, items = page.Select(Plain) });
        });
        _app.MapGet("/v1/payments/{id}", (string id) => One(id, HttpStatusCode.BadRequest, Plain));

        _app.MapGet("/transactions", (HttpRequest request) =>
        {
            var ids = request.Query["id"].ToString().Split(',');
            return ids.Length > 30
                ? Results.BadRequest()
                : Results.Json(new { data = Listed.Where(payment => ids.Contains(payment.Id)).Select(Paddle), meta = new { pagination = new { has_more = false } } });
        });
        _app.MapGet("/transactions/{id}", (string id) => One(id, HttpStatusCode.NotFound, payment => new { data = Paddle(payment) }));

        // Square and Mollie share a path; Square's has times in it.
        _app.MapGet("/v2/payments", (HttpRequest request) => request.Query.ContainsKey("begin_time") ? SquareList(request) : MollieList(request));
        _app.MapGet("/v2/payments/{id}", (string id) => One(id, HttpStatusCode.NotFound, payment =>
            id.StartsWith("tr_", StringComparison.Ordinal) ? Mollie(payment) : new { payment = Square(payment) }));

        // GoCardless and Checkout.com share a path; GoCardless wants its version.
        _app.MapGet("/payments/{id}", (HttpRequest request, string id) => id.StartsWith("pay_", StringComparison.Ordinal)
            ? One(id, HttpStatusCode.NotFound, Checkout)
            : request.Headers["GoCardless-Version"] == "2015-07-06"
            ? One(id, HttpStatusCode.NotFound, payment => new { payments = Plain(payment) })
            : Results.BadRequest());
        _app.MapPost("/payments/search", async (HttpRequest request) =>
        {
            var search = (await request.ReadFromJsonAsync<CheckoutSearch>())!;
            return search.Query.Length > 1024 || search.Limit > 1000
                ? Results.UnprocessableEntity()
                : Results.Json(new { data = Listed.Where(payment => search.Query.Split(" OR ").Contains($"id:'{payment.Id}'")).Take(search.Limit).Select(Checkout) });
        });
        _app.MapGet("/v1/orders/{id}", (string id) => One(id, HttpStatusCode.NotFound, payment => new
        {
            data = new { type = "orders", id = payment.Id, attributes = new { total = payment.Minor, currency = payment.Currency, status = payment.Status } },
        }));
        _app.MapPost("/v1/oauth2/token", () => Results.Json(new { access_token = "A21AA", expires_in = 32400 }));
        _app.MapGet("/v2/payments/captures/{id}", (HttpRequest request, string id) => request.Headers.Authorization == "Bearer A21AA"
            ? One(id, HttpStatusCode.NotFound, payment => new
            {
                id = payment.Id,
                status = payment.Status,
                amount = new { value = payment.Major.ToString("F2", CultureInfo.InvariantCulture), currency_code = payment.Currency },
            })
            : Results.Unauthorized());
    }

    /// <summary>Newest first, as every provider lists.</summary>
    private List<FakePayment> Listed => [.. Payments.Values.Where(payment => !Unlisted.ContainsKey(payment.Id)).OrderByDescending(payment => payment.CreatedAt)];

    private List<FakePayment> Window(DateTimeOffset from, DateTimeOffset to) =>
        [.. Listed.Where(payment => payment.CreatedAt >= from && payment.CreatedAt <= to)];

    private IResult One(string id, HttpStatusCode absent, Func<FakePayment, object> write) => Payments.TryGetValue(id, out var payment)
        ? Results.Json(write(payment))
        : Results.Json(new { error = "unknown" }, statusCode: (int)absent);

    private IResult Numbered(HttpRequest request, string size, int normal, Func<IEnumerable<FakePayment>, object> write)
    {
        var limit = Limit(request, size, normal, 100);
        return Results.Json(write(Window(Iso(request, "from"), Iso(request, "to")).Skip((Number(request, "page", 1) - 1) * limit).Take(limit)));
    }

    private IResult SquareList(HttpRequest request)
    {
        var all = Window(Iso(request, "begin_time"), Iso(request, "end_time"));
        var from = Number(request, "cursor", 0);
        var next = from + Limit(request, "limit", 100, 100);
        return Results.Json(new { payments = all.Skip(from).Take(next - from).Select(Square), cursor = next < all.Count ? $"{next}" : null });
    }

    private IResult MollieList(HttpRequest request)
    {
        var limit = Limit(request, "limit", 50, 250);
        var all = Listed;
        var rest = all.Skip(all.FindIndex(payment => payment.Id == request.Query["from"])).ToArray();
        var next = rest.Length > limit ? new { href = $"https://elsewhere.example/v2/payments?from={rest[limit].Id}&limit={limit}" } : null;
        return Results.Json(new { _embedded = new { payments = rest.Take(limit).Select(Mollie) }, _links = new { next } });
    }

    private static int Limit(HttpRequest request, string name, int normal, int max) =>
        Math.Clamp(Number(request, name, normal), 1, max);

    private static int Number(HttpRequest request, string name, int normal) =>
        request.Query[name].FirstOrDefault() is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : normal;

    private static DateTimeOffset Seconds(HttpRequest request, string name) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(request.Query[name]!, CultureInfo.InvariantCulture));

    private static DateTimeOffset Iso(HttpRequest request, string name) =>
        DateTimeOffset.Parse(request.Query[name]!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static object Stripe(FakePayment payment) => new
    {
        id = payment.Id,
        @object = "payment_intent",
        amount = payment.Minor,
        amount_received = payment.Minor,
        currency = payment.Currency.ToLowerInvariant(),
        status = payment.Status,
    };

    private static object Paystack(FakePayment payment) =>
        new { id = 1, reference = payment.Id, amount = payment.Minor, currency = payment.Currency, status = payment.Status };

    private static object Flutterwave(FakePayment payment) =>
        new { id = 1, tx_ref = payment.Id, amount = payment.Major, currency = payment.Currency, status = payment.Status };

    private static object Plain(FakePayment payment) =>
        new { id = payment.Id, amount = payment.Minor, currency = payment.Currency, status = payment.Status };

    private static object Paddle(FakePayment payment) => new
    {
        id = payment.Id,
        status = payment.Status,
        currency_code = payment.Currency,
        details = new { totals = new { grand_total = payment.Minor.ToString(CultureInfo.InvariantCulture) } },
    };

    private static object Square(FakePayment payment) =>
        new { id = payment.Id, status = payment.Status, total_money = new { amount = payment.Minor, currency = payment.Currency } };

    private static object Mollie(FakePayment payment) => new
    {
        id = payment.Id,
        status = payment.Status,
        amount = new { value = payment.Major.ToString("F2", CultureInfo.InvariantCulture), currency = payment.Currency },
    };
}
