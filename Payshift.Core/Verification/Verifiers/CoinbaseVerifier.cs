using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Coinbase Commerce: charges, newest first, 100 a page. A charge's status is the last of its timeline.</summary>
/// <seealso href="https://docs.cdp.coinbase.com/api-reference/commerce-api/rest-api/charges/returns-all-charges"/>
/// <seealso href="https://docs.cdp.coinbase.com/commerce/introduction/payment-status"/>
internal sealed class CoinbaseVerifier : PaymentVerifier
{
    private static readonly string[] Completed = ["COMPLETED"];
    private static readonly string[] Resolved = ["RESOLVED", "COMPLETED"];

    public override string Provider => "coinbase";

    public override Uri LiveApi { get; } = new("https://api.commerce.coinbase.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var statuses = webhook.EventType switch
        {
            "charge:confirmed" => Completed,
            "charge:resolved" => Resolved,
            _ => null,
        };
        return statuses is not null && body.Get("event").Get("data").Get("code").Text() is { } code
            ? new PaymentClaim(code, webhook.EventTime, webhook.Amount, statuses)
            : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        claims.DistinctBy(claim => claim.Key).Skip(1).Any()
            ? [new PaymentListing(claims, cursor => cursor is null ? "charges?limit=100" : $"charges?limit=100&starting_after={Escape(cursor)}")]
            : [];

    // The next page is given as a URL. Only its cursor is used, as addresses come from the configuration alone.
    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var next = Uri.TryCreate(response.Get("pagination").Get("next_uri").Text(), UriKind.Absolute, out var url)
            ? FormFields.Get(url.Query, "starting_after")
            : null;
        return new PaymentPage(ReadAll(response.Get("data"), Read), next);
    }

    public override string SinglePath(PaymentClaim claim) => $"charges/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("data"));

    public override void Authorize(HttpRequestMessage request, string apiKey)
    {
        request.Headers.Add("X-CC-Api-Key", apiKey);
        request.Headers.Add("X-CC-Version", "2018-03-22");
    }

    private static ProviderPayment? Read(JsonElement charge)
    {
        var local = charge.Get("pricing").Get("local");
        var timeline = charge.Get("timeline");
        return Payment(
            charge.Get("code").Text(),
            Money.FromMajor(local.Get("amount").Scalar(), local.Get("currency").Text(), CurrencyExponents.Iso4217),
            CountOf(timeline) > 0 ? timeline[timeline.GetArrayLength() - 1].Get("status") : default);
    }
}
