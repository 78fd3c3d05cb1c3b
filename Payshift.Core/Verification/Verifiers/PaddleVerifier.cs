using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Paddle: transactions by their ids, 30 a call.</summary>
/// <seealso href="https://developer.paddle.com/api-reference/transactions/list-transactions"/>
internal sealed class PaddleVerifier : PaymentVerifier
{
    private const int PageSize = 30;

    private static readonly string[] Paid = ["paid", "completed"];
    private static readonly string[] Completed = ["completed"];

    public override string Provider => "paddle";

    public override Uri LiveApi { get; } = new("https://api.paddle.com/");

    public override int CallsPerSecond => 4;

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var statuses = webhook.EventType switch
        {
            "transaction.paid" => Paid,
            "transaction.completed" => Completed,
            _ => null,
        };
        return statuses is null ? null : new PaymentClaim(webhook.PaymentReference, webhook.EventTime, webhook.Amount, statuses);
    }

    // A comma in an id would split it in two, so ids are escaped.
    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from chunk in claims.GroupBy(claim => claim.Key).Chunk(PageSize)
        where chunk.Length > 1
        let path = $"transactions?per_page={PageSize}&id={string.Join(',', chunk.Select(same => Escape(same.Key)))}"
        select new PaymentListing([.. chunk.SelectMany(same => same)], _ => path);

    public override PaymentPage ReadPage(JsonElement response, string? cursor) => new(ReadAll(response.Get("data"), Read));

    public override string SinglePath(PaymentClaim claim) => $"transactions/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("data"));

    private static ProviderPayment? Read(JsonElement transaction) => Payment(
        transaction.Get("id").Text(),
        Money.FromMinor(
            transaction.Get("details").Get("totals").Get("grand_total").Scalar(), transaction.Get("currency_code").Text(), CurrencyExponents.Iso4217),
        transaction.Get("status"));
}
