using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Flutterwave, version 4 of its API: charges by creation time with an access token. Flutterwave chooses the page size.</summary>
/// <seealso href="https://developer.flutterwave.com/docs/authentication"/>
/// <seealso href="https://developer.flutterwave.com/reference/charges_list"/>
internal sealed class FlutterwaveV4Verifier : PaymentVerifier
{
    private static readonly Uri LiveTokens = new("https://idp.flutterwave.com/realms/flutterwave/protocol/openid-connect/token");

    private static readonly string[] Paid = ["succeeded"];

    public override string Provider => "flutterwave";

    public override string Api => "flutterwave-v4";

    public override Uri LiveApi { get; } = new("https://f4bexperience.flutterwave.com/");

    public override string KeySetting => nameof(ProviderOptions.ApiKeyV4);

    public override string? Key(ProviderOptions options) => string.IsNullOrWhiteSpace(options.ApiKeyV4) ? null : options.ApiKeyV4;

    public override Uri Address(ProviderOptions options) => options.ApiBaseUrlV4 ?? LiveApi;

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var data = body.Get("data");
        return webhook.EventType == "charge.completed" && data.Get("status").Text()?.ToLowerInvariant() == Paid[0] && data.Get("id").Text() is { } id
            ? new PaymentClaim(id, data.Get("created_datetime").SecondsOrIso() ?? webhook.EventTime, webhook.Amount, Paid)
            : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"charges?status=succeeded&size=50&from={Escape(Iso(window.From))}&to={Escape(Iso(window.To))}"
        select new PaymentListing(window.Claims, cursor => $"{path}&page={cursor ?? "1"}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var pages = response.Get("meta").Get("page_info").Get("total_pages").Scalar();
        var hasMore = int.TryParse(pages, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && PageNumber.Of(cursor) < total;
        return new PaymentPage(ReadAll(response.Get("data"), Read), hasMore ? PageNumber.After(cursor) : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"charges/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("data"));

    public override HttpRequestMessage TokenRequest(ProviderOptions options)
    {
        var halves = Key(options)!.Split(':', 2);
        return new HttpRequestMessage(HttpMethod.Post, options.ApiTokenUrlV4 ?? LiveTokens)
        {
            Content = new FormUrlEncodedContent(
                [new("client_id", halves[0]), new("client_secret", halves[^1]), new("grant_type", "client_credentials")]),
        };
    }

    public override IEnumerable<string> Validate(ProviderOptions options) => ProblemsOfHalves(options, "client id", "client secret");

    private static ProviderPayment? Read(JsonElement charge) => Payment(
        charge.Get("id").Text(),
        Money.FromMajor(charge.Get("amount").Scalar(), charge.Get("currency").Text(), CurrencyExponents.Iso4217),
        charge.Get("status"));

    private static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
