using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Payshift.Chaos.Bank;

/// <summary>The bank's API: a list of orders in, an answer to each out.</summary>
internal sealed class BankServer : IAsyncDisposable
{
    public const string Route = "orders";

    private readonly WebApplication _app;

    private BankServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    public static async Task<BankServer> StartAsync(BankLedger ledger, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost($"/{Route}", async (IReadOnlyList<BankOrder> orders) =>
        {
            var taken = orders.Select(ledger.Take).ToArray();
            var after = taken.Max(entry => entry.After);
            if (after > TimeSpan.Zero)
            {
                await Task.Delay(after);
            }

            return Results.Json(taken.Select(entry => entry.Answer));
        });
        await app.StartAsync(cancellationToken);
        return new BankServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
