using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Payshift.Tests.Verification;

/// <content>The APIs that are searched, or that want a key of another kind.</content>
internal sealed partial class FakeProviderApi
{
    private const string CoinbaseKey = "X-CC-Api-Key";
    private const string Token = "A21AA";

    private void MapBraintree()
    {
        _app.MapPost("/merchants/m1/transactions/advanced_search", async (HttpRequest request) =>
        {
            var search = await XDocument.LoadAsync(request.Body, LoadOptions.None, default);
            var ids = search.Root!.Element("ids")!.Elements("item").Select(item => item.Value).ToHashSet();
            var found = Listed.Where(payment => ids.Contains(payment.Id)).Take(50).Select(Braintree);
            return Xml(request, new XElement(
                "credit-card-transactions",
                new XAttribute("type", "collection"),
                new XElement("current-page-number", 1),
                new XElement("page-size", 50),
                new XElement("total-items", ids.Count),
                found));
        });
        _app.MapGet("/merchants/m1/transactions/{id}", (HttpRequest request, string id) =>
            Payments.TryGetValue(id, out var payment) ? Xml(request, Braintree(payment)) : Results.NotFound());
    }

    // Coinbase Commerce and version 4 of Flutterwave share their paths; their keys tell them apart.
    private void MapCharges()
    {
        _app.MapPost("/oauth2/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["grant_type"] == "client_credentials" && $"{form["client_id"]}:{form["client_secret"]}" == Key
                ? Results.Json(new { access_token = Token, expires_in = 600, token_type = "Bearer" })
                : Results.Json(new { error = "invalid_client" }, statusCode: 401);
        });
        _app.MapGet("/charges", (HttpRequest request) => request.Headers[CoinbaseKey] == Key ? CoinbaseList(request) : FlutterwaveV4List(request));
        _app.MapGet("/charges/{id}", (HttpRequest request, string id) =>
            request.Headers[CoinbaseKey] == Key ? One(id, HttpStatusCode.NotFound, payment => new { data = Coinbase(payment) })
            : request.Headers.Authorization == $"Bearer {Token}" ? One(id, HttpStatusCode.NotFound, payment => new { status = "success", data = FlutterwaveV4(payment) })
            : Results.Unauthorized());
    }

    private void MapMonnify()
    {
        _app.MapPost("/api/v1/auth/login", (HttpRequest request) => request.Headers.Authorization == "Basic a2V5OnNlY3JldA=="
            ? Results.Json(new { requestSuccessful = true, responseBody = new { accessToken = Token, expiresIn = 3599 } })
            : Results.Unauthorized());
        _app.MapGet("/api/v1/transactions/search", (HttpRequest request) =>
        {
            var size = Limit(request, "size", 10, 100);
            var paid = Listed.Where(payment => payment.Status == request.Query["paymentStatus"]);
            return request.Headers.Authorization == $"Bearer {Token}"
                ? Results.Json(new { responseBody = new { content = paid.Skip(Number(request, "page", 0) * size).Take(size).Select(MonnifyListed) } })
                : Results.Unauthorized();
        });
        _app.MapGet("/api/v2/transactions/{id}", (HttpRequest request, string id) => request.Headers.Authorization == $"Bearer {Token}"
            ? One(id, HttpStatusCode.NotFound, payment => new { requestSuccessful = true, responseBody = Monnify(payment) })
            : Results.Unauthorized());
    }

    private IResult CoinbaseList(HttpRequest request)
    {
        var all = Listed;
        var rest = all.Skip(all.FindIndex(payment => payment.Id == request.Query["starting_after"]) + 1).ToArray();
        var page = rest.Take(Limit(request, "limit", 25, 100)).ToArray();
        var next = rest.Length > page.Length ? $"https://elsewhere.example/charges?limit=100&starting_after={page[^1].Id}" : null;
        return Results.Json(new { data = page.Select(Coinbase), pagination = new { order = "desc", next_uri = next } });
    }

    private IResult FlutterwaveV4List(HttpRequest request)
    {
        var size = Limit(request, "size", 10, 50);
        var number = Number(request, "page", 1);
        var all = Window(Iso(request, "from"), Iso(request, "to")).Where(payment => payment.Status == request.Query["status"]).ToArray();
        return request.Headers.Authorization == $"Bearer {Token}"
            ? Results.Json(new
            {
                status = "success",
                meta = new { page_info = new { total = all.Length, current_page = number, total_pages = (all.Length + size - 1) / size } },
                data = all.Skip((number - 1) * size).Take(size).Select(FlutterwaveV4),
            })
            : Results.Unauthorized();
    }

    private static IResult Xml(HttpRequest request, XElement answer) => request.Headers["X-ApiVersion"] == "6"
        ? Results.Text($"""<?xml version="1.0" encoding="UTF-8"?>{answer}""", "application/xml")
        : Results.StatusCode(426);

    private static XElement Braintree(FakePayment payment) => new(
        "transaction",
        new XElement("id", payment.Id),
        new XElement("status", payment.Status),
        new XElement("currency-iso-code", payment.Currency),
        new XElement("amount", payment.Major.ToString("F2", CultureInfo.InvariantCulture)),
        new XElement("customer", new XElement("id", "another")));

    private static object Checkout(FakePayment payment) => new
    {
        id = payment.Id,
        amount = payment.Minor,
        currency = payment.Currency,
        status = payment.Status,
        balances = new { total_captured = payment.Minor },
    };

    private static object Coinbase(FakePayment payment) => new
    {
        id = "c1",
        code = payment.Id,
        pricing = new { local = new { amount = payment.Major.ToString("F2", CultureInfo.InvariantCulture), currency = payment.Currency } },
        timeline = new[] { new { status = "NEW" }, new { status = payment.Status } },
    };

    private static object FlutterwaveV4(FakePayment payment) =>
        new { id = payment.Id, reference = "order", amount = payment.Major, currency = payment.Currency, status = payment.Status };

    private static object Monnify(FakePayment payment) => new
    {
        transactionReference = payment.Id,
        paymentReference = "order",
        amountPaid = payment.Major.ToString("F2", CultureInfo.InvariantCulture),
        currency = payment.Currency,
        paymentStatus = payment.Status,
    };

    private static object MonnifyListed(FakePayment payment) => new
    {
        transactionReference = payment.Id,
        amount = 1m,
        amountPaid = payment.Major,
        currencyCode = payment.Currency,
        paymentStatus = payment.Status,
    };

    private sealed record CheckoutSearch(string Query, int Limit);
}
