using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Monnify: paid transactions, newest first, 100 a page; pages count from 0. Its API key is exchanged for a token by a login.</summary>
/// <seealso href="https://developers.monnify.com/api"/>
internal sealed class MonnifyVerifier : PaymentVerifier
{
    private const int PageSize = 100;

    private static readonly string[] Paid = ["PAID"];
    private static readonly string[] Overpaid = ["OVERPAID"];
    private static readonly string[] PartiallyPaid = ["PARTIALLY_PAID"];

    public override string Provider => "monnify";

    public override Uri LiveApi { get; } = new("https://api.monnify.com/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var data = body.Get("eventData");
        var statuses = data.Get("paymentStatus").Text()?.ToUpperInvariant() switch
        {
            "OVERPAID" => Overpaid,
            "PARTIALLY_PAID" => PartiallyPaid,
            _ => Paid,
        };
        return webhook.EventType == "SUCCESSFUL_TRANSACTION" && data.Get("transactionReference").Scalar() is { } reference
            ? new PaymentClaim(reference, webhook.EventTime, webhook.Amount, statuses)
            : null;
    }

    // The format of times in the filter is not documented.
    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        claims.DistinctBy(claim => claim.Key).Skip(1).Any()
            ? [new PaymentListing(claims, cursor => $"api/v1/transactions/search?size={PageSize}&paymentStatus=PAID&page={cursor ?? "0"}")]
            : [];

    public override PaymentPage ReadPage(JsonElement response, string? cursor)
    {
        var list = response.Get("responseBody").Get("content");
        var next = int.Parse(cursor ?? "0", CultureInfo.InvariantCulture) + 1;
        return new PaymentPage(ReadAll(list, Read), CountOf(list) >= PageSize ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    public override string SinglePath(PaymentClaim claim) => $"api/v2/transactions/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("responseBody"));

    public override HttpRequestMessage TokenRequest(ProviderOptions options) => new(HttpMethod.Post, new Uri(Address(options), "api/v1/auth/login"))
    {
        Headers = { Authorization = Basic(Key(options)!) },
    };

    public override (string? Token, string? Seconds) ReadToken(JsonElement response) =>
        (response.Get("responseBody").Get("accessToken").Text(), response.Get("responseBody").Get("expiresIn").Scalar());

    public override IEnumerable<string> Validate(ProviderOptions options) => ProblemsOfHalves(options, "API key", "secret key");

    // The list and the single look-up have different names for the currency.
    private static ProviderPayment? Read(JsonElement transaction) => Payment(
        transaction.Get("transactionReference").Scalar(),
        Money.FromMajor(
            transaction.Get("amountPaid").Scalar(),
            transaction.Get("currency").Text() ?? transaction.Get("currencyCode").Text(),
            CurrencyExponents.Iso4217),
        transaction.Get("paymentStatus"));
}
