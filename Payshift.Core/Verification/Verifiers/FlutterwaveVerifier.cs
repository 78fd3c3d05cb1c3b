using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>
/// Flutterwave, version 3 of its API: transactions by day. Flutterwave chooses the page size. Version 4 has an API of its
/// own, with another kind of key.
/// </summary>
/// <seealso href="https://developer.flutterwave.com/v3.0.0/docs/transaction-verification"/>
internal sealed class FlutterwaveVerifier : PaymentVerifier
{
    private static readonly string[] Paid = ["successful"];
    private static readonly string[] Failed = ["failed"];

    public override string Provider => "flutterwave";

    public override Uri LiveApi { get; } = new("https://api.flutterwave.com/");

    /// <summary>Version 3 states the event's type in <c>event</c>, version 4 in <c>type</c>, as the provider class reads them.</summary>
    public override bool Covers(JsonElement body) => body.Get("event").Text() is not null;

    public override bool IsBodyAuthentic(JsonElement body) => false;

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var data = body.Get("data");
        var statuses = data.Get("status").Text()?.ToLowerInvariant() switch
        {
            "successful" => Paid,
            "failed" => Failed,
            _ => null,
        };
        return webhook.EventType == "charge.completed" && statuses is not null && data.Get("tx_ref").Scalar() is { } reference
            ? new PaymentClaim(reference, data.Get("created_at").Iso() ?? webhook.EventTime, webhook.Amount, statuses)
            : null;
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from window in ListingWindow.Of(claims)
        let path = $"v3/transactions?from={Day(window.From)}&to={Day(window.To)}"
        select new PaymentListing(window.Claims, cursor => $"{path}&page={cursor ?? "1"}");

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var pages = response.Get("meta").Get("page_info").Get("total_pages").Scalar();
        var hasMore = int.TryParse(pages, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && PageNumber.Of(cursor) < total;
        return new PaymentPage(ReadAll(response.Get("data"), Read), hasMore ? PageNumber.After(cursor) : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"v3/transactions/verify_by_reference?tx_ref={Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("data"));

    private static ProviderPayment? Read(JsonElement data) => Payment(
        data.Get("tx_ref").Scalar(),
        Money.FromMajor(data.Get("amount").Scalar(), data.Get("currency").Text(), CurrencyExponents.Iso4217),
        data.Get("status"));

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
