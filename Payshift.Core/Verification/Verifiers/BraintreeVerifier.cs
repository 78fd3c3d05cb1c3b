using System.Net.Http.Headers;
using System.Xml.Linq;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification.Verifiers;

/// <summary>Braintree: transactions by their ids, 50 a search. Its API speaks XML.</summary>
/// <seealso href="https://developer.paypal.com/braintree/docs/reference/request/transaction/search"/>
internal sealed class BraintreeVerifier : PaymentVerifier
{
    /// <summary>The page size at Braintree, and so the limit of a search.</summary>
    private const int PageSize = 50;

    /// <summary>The code for no currency in ISO 4217, as not every notification states one.</summary>
    private const string NoCurrency = "XXX";

    private static readonly string[] Settled = ["settled"];
    private static readonly string[] Submitted = ["submitted_for_settlement", "settlement_pending", "settling", "settlement_confirmed", "settled"];
    private static readonly string[] Authorized = ["authorizing", "authorized", .. Submitted];

    public override string Provider => "braintree";

    public override Uri LiveApi { get; } = new("https://api.braintreegateway.com/");

    public override JsonElement Parse(ReadOnlyMemory<byte> text) => BraintreeXml.Parse(text);

    public override Uri Address(ProviderOptions options) => new(base.Address(options), $"merchants/{Escape(options.MerchantId ?? "")}/");

    public override PaymentClaim? ReadClaim(Webhook webhook, JsonElement body)
    {
        var subject = body.Get("notification").Get("subject");
        var (transaction, statuses) = webhook.EventType switch
        {
            "transaction_settled" => (subject.Get("transaction"), Settled),
            "subscription_charged_successfully" => (subject.Get("subscription").Get("transactions").First(), Submitted),
            "local_payment_completed" => (subject.Get("local-payment").Get("transaction"), Authorized),
            _ => default,
        };
        if (statuses is null || transaction.Get("id").Text() is not { } id)
        {
            return null;
        }

        var currency = transaction.Get("currency-iso-code").Text();
        return new PaymentClaim(
            id,
            webhook.EventTime,
            currency is null ? Money.FromMajor(transaction.Get("amount").Text(), NoCurrency, CurrencyExponents.Iso4217) : webhook.Amount,
            statuses)
        {
            IsCurrencyStated = currency is not null,
        };
    }

    public override IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) =>
        from chunk in claims.Where(claim => IsPlain(claim.Key)).GroupBy(claim => claim.Key).Chunk(PageSize)
        where chunk.Length > 1
        let ids = new XElement("ids", new XAttribute("type", "array"), chunk.Select(same => new XElement("item", same.Key)))
        let call = new ApiCall("transactions/advanced_search", new XElement("search", ids).ToString(SaveOptions.DisableFormatting), "application/xml")
        select new PaymentListing([.. chunk.SelectMany(same => same)], _ => call);

    public override PaymentPage ReadPage(JsonElement response, string? cursor) => new(ReadAll(response.Get("credit-card-transactions"), Read));

    public override string SinglePath(PaymentClaim claim) => $"transactions/{Escape(claim.Key)}";

    public override ProviderPayment? ReadSingle(JsonElement response) => Read(response.Get("transaction"));

    public override void Authorize(HttpRequestMessage request, string apiKey)
    {
        request.Headers.Authorization = Basic(apiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/xml"));
        request.Headers.Add("X-ApiVersion", "6");
    }

    public override IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProblemsOfHalves(options, "public key", "private key"))
        {
            yield return problem;
        }

        if (string.IsNullOrWhiteSpace(options.MerchantId))
        {
            yield return $"{ProviderSettings.SettingName(Provider, nameof(options.MerchantId))} is missing. Set it to the merchant id: the addresses of Braintree's API have it.";
        }
    }

    private static ProviderPayment? Read(JsonElement transaction) => Payment(
        transaction.Get("id").Text(),
        Money.FromMajor(transaction.Get("amount").Text(), transaction.Get("currency-iso-code").Text(), CurrencyExponents.Iso4217),
        transaction.Get("status"));

    private static bool IsPlain(string key) => key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
