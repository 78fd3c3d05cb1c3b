using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Providers.PayPal;

public sealed class PayPalProviderTests
{
    private const string CertificateUrl = PayPalSigner.CertificateUrl;
    private const string Body = """{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"id":"cap-1"}}""";

    private static readonly DateTimeOffset Now = PayPalSigner.Now;
    private static readonly RSA Key = PayPalSigner.Key;
    private static readonly X509Certificate2 Root = PayPalSigner.Root;
    private static readonly X509Certificate2 Leaf = PayPalSigner.Leaf;

    [Fact]
    public void Capture_is_read()
    {
        var webhook = Read("""
            {"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED","create_time":"2026-09-21T12:00:00.940Z","resource":{"id":"cap-1",
             "custom_id":"mine","invoice_id":"inv","amount":{"currency_code":"USD","value":"2.51"},
             "supplementary_data":{"related_ids":{"order_id":"order-1"} } } }
            """);

        Assert.Equal("WH-1", webhook.EventId);
        Assert.Equal("PAYMENT.CAPTURE.COMPLETED", webhook.EventType);
        Assert.Equal("order-1", webhook.PaymentReference);
        Assert.Equal("paypal", webhook.PaymentMethod);
        Assert.Equal(new Money(251, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, 940, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("""{"id":"order-1","payment_source":{"Venmo":{} },"purchase_units":[{"amount":{"value":"5","currency_code":"JPY"} }]}""", "order-1", "venmo", "5 JPY")]
    [InlineData("""{"id":"order-1","payment_source":{},"purchase_units":[{},{}]}""", "order-1", "paypal", null)]
    [InlineData("""{"id":"sale-1","parent_payment":"PAY-1","amount":{"total":"20.00","currency":"USD"} }""", "PAY-1", "paypal", "20.00 USD")]
    [InlineData("""{"dispute_id":"d-1","disputed_transactions":[{"seller_transaction_id":"cap-1"}],"dispute_amount":{"value":"3.00","currency_code":"USD"} }""", "cap-1", "paypal", "3.00 USD")]
    [InlineData("""{"invoice":{"id":"INV-1","amount":{"value":"3.00","currency_code":"USD"} } }""", "INV-1", "paypal", "3.00 USD")]
    [InlineData("""{"custom_id":"mine"}""", "mine", "paypal", null)]
    [InlineData("""{"payment_source":{"\ud800":1}}""", null, "paypal", null)]
    [InlineData("[]", null, "paypal", null)]
    public void Resources_of_both_versions_are_read(string resource, string? reference, string method, string? amount)
    {
        var webhook = Read($$"""{"id":"WH-1","event_type":"ANY","resource":{{resource}} }""");

        Assert.Equal(reference, webhook.PaymentReference);
        Assert.Equal(method, webhook.PaymentMethod);
        Assert.Equal(amount, webhook.Amount?.ToString());
    }

    [Theory]
    [InlineData("PAYMENT.SALE.COMPLETED", WebhookPriority.High)]
    [InlineData("CHECKOUT.ORDER.COMPLETED", WebhookPriority.High)]
    [InlineData("INVOICING.INVOICE.PAID", WebhookPriority.High)]
    [InlineData("CHECKOUT.ORDER.APPROVED", WebhookPriority.Normal)]
    [InlineData("PAYMENT.CAPTURE.REFUNDED", WebhookPriority.Normal)]
    [InlineData("BILLING.PLAN.CREATED", WebhookPriority.Low)]
    [InlineData("CATALOG.PRODUCT.UPDATED", WebhookPriority.Low)]
    public void Priority_follows_the_type(string type, WebhookPriority priority) =>
        Assert.Equal(priority, Read($$"""{"id":"WH-1","event_type":"{{type}}"}""").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"event_type":"ANY"}""", "id")]
    [InlineData("""{"id":"WH-1"}""", "event_type")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider(Serve(Leaf)), body, field);

    [Fact]
    public async Task Certificate_is_fetched_once_and_again_after_a_day()
    {
        var fetcher = Serve(Leaf);
        var provider = Provider(fetcher);

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now));
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now.AddHours(23)));
        Assert.Single(fetcher.Asked);
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now.AddHours(25)));
        Assert.Equal(2, fetcher.Asked.Count);
        Assert.All(fetcher.Asked, asked => Assert.Equal((HttpMethod.Get, CertificateUrl, null, ""), asked));
    }

    [Fact]
    public async Task Certificate_outlives_a_short_absence_of_paypal_and_not_its_withdrawal()
    {
        var answer = Serve(Leaf);
        var status = (HttpStatusCode?)HttpStatusCode.OK;
        var provider = Provider(new FakeFetcher(request =>
            status == HttpStatusCode.OK ? answer.FetchAsync(request, default).Result : new FetchedDocument(status, default)));

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now));
        status = null;
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now.AddDays(2)));
        status = HttpStatusCode.NotFound;
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(provider, Now.AddDays(2)));
    }

    [Fact]
    public async Task Strangers_cannot_have_paypal_pestered()
    {
        var answer = Serve(Leaf);
        var fetcher = new FakeFetcher(request =>
            request.RequestUri!.AbsoluteUri == CertificateUrl ? answer.FetchAsync(request, default).Result : FakeFetcher.NotFound);
        var provider = Provider(fetcher);
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now));

        for (var i = 0; i < 100; i++)
        {
            Assert.NotEqual(SignatureResult.Valid, await VerifyAsync(provider, Now, url: $"{CertificateUrl}-{i}"));
        }

        Assert.Equal(30, fetcher.Asked.Count);
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now));
        Assert.Equal(SignatureResult.Undecided, await VerifyAsync(provider, Now, url: $"{CertificateUrl}-x"));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(provider, Now.AddMinutes(1), url: $"{CertificateUrl}-x"));
    }

    [Fact]
    public async Task Certificate_that_was_good_ends_with_its_date()
    {
        var provider = Provider(Serve(Leaf));

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(provider, Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(provider, Now.AddYears(20)));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(provider, Now.AddYears(-20)));
    }

    [Theory]
    [InlineData(null, SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.ServiceUnavailable, SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.Redirect, SignatureResult.Undecided)]
    [InlineData(HttpStatusCode.NotFound, SignatureResult.Mismatch)]
    public async Task Without_a_certificate_only_its_absence_decides(HttpStatusCode? status, SignatureResult result) =>
        Assert.Equal(result, await VerifyAsync(Provider(new FakeFetcher(_ => new FetchedDocument(status, default))), Now));

    [Fact]
    public async Task Certificate_must_be_paypals_and_vouched_for()
    {
        var otherRoot = PayPalSigner.MakeRoot("Another root");
        using var small = RSA.Create(1024);
        var intermediateKey = RSA.Create(2048);
        var intermediate = PayPalSigner.Issue(Root, "Intermediate", intermediateKey, isAuthority: true);
        var below = PayPalSigner.Issue(intermediate.CopyWithPrivateKey(intermediateKey), "x.paypal.com", Key);

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(Provider(Serve(below, intermediate)), Now));
        Assert.Equal(SignatureResult.Valid, await VerifyAsync(Provider(Serve(intermediate, below)), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(below)), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(PayPalSigner.Issue(Root, "paypal.com.evil.example", Key))), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(PayPalSigner.Issue(Root, "evilpaypal.com", Key))), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(PayPalSigner.Issue(otherRoot, "x.paypal.com", Key))), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(PayPalSigner.Issue(otherRoot, "x.paypal.com", Key), otherRoot)), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(Serve(PayPalSigner.Issue(Root, "x.paypal.com", small))), Now));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Provider(new FakeFetcher(_ => FakeFetcher.Found("no certificate"))), Now));
        Assert.Equal(
            SignatureResult.Mismatch,
            await VerifyAsync(Provider(new FakeFetcher(_ => FakeFetcher.Found(Leaf.ExportCertificatePem() + new string('\n', 70_000)))), Now));
    }

    [Theory]
    [InlineData("https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1")]
    [InlineData("https://paypal.com/v1/notifications/certs/CERT-1")]
    [InlineData("http://api.paypal.com/v1/notifications/certs/CERT-1")]
    [InlineData("https://api.paypal.com/other/CERT-1")]
    [InlineData("https://api.paypal.com/v1/notifications/certs/../x")]
    [InlineData("https://169.254.169.254/v1/notifications/certs/CERT-1")]
    [InlineData("https://api.paypal.com#.paypal.com/v1/notifications/certs/CERT-1")]
    [InlineData("/v1/notifications/certs/CERT-1")]
    public async Task Nothing_is_fetched_from_elsewhere(string url)
    {
        var fetcher = Serve(Leaf);

        Assert.Equal(SignatureResult.Missing, await VerifyAsync(Provider(fetcher), Now, url: url));
        Assert.Empty(fetcher.Asked);
    }

    [Fact]
    public void One_flipped_byte_is_never_valid()
    {
        var provider = Provider(Serve(Leaf));
        Gen.Select(Gen.Byte.Array[1, 300], Gen.Int[0, 299], Gen.Byte[1, 255]).Sample(
            (body, at, flip) =>
            {
                var changed = body.ToArray();
                changed[at % body.Length] ^= flip;
                Assert.Equal(SignatureResult.Valid, VerifyAsync(provider, Now, body, body).GetAwaiter().GetResult());
                Assert.Equal(SignatureResult.Mismatch, VerifyAsync(provider, Now, body, changed).GetAwaiter().GetResult());
            },
            iter: 50);
    }

    [Theory]
    [InlineData("""{"verification_status":"SUCCESS"}""", SignatureResult.Valid)]
    [InlineData("""{"verification_status":"FAILURE"}""", SignatureResult.Mismatch)]
    [InlineData("""{"verification_status":"?"}""", SignatureResult.Undecided)]
    [InlineData("<html>", SignatureResult.Undecided)]
    public async Task Paypal_can_be_asked_instead(string answer, SignatureResult result)
    {
        const string body = """{ "id":"WH-1",  "amount":1.00, "note":"\u00e9" }""";
        var fetcher = Api(answer);
        var provider = Provider(fetcher);

        Assert.Equal(result, await VerifyByApiAsync(provider, body));
        Assert.Equal(result, await VerifyByApiAsync(provider, body));

        var asked = fetcher.Asked.ToArray();
        Assert.Equal(
            (HttpMethod.Post, "https://api-m.sandbox.paypal.com/v1/oauth2/token", $"Basic {Convert.ToBase64String("id:key"u8)}", "grant_type=client_credentials"),
            asked[0]);
        Assert.Equal(3, asked.Length);
        Assert.Equal("https://api-m.sandbox.paypal.com/v1/notifications/verify-webhook-signature", asked[1].Url);
        Assert.Equal("Bearer token-1", asked[1].Authorization);
        Assert.EndsWith($"\"webhook_event\":{body}}}", asked[1].Body, StringComparison.Ordinal);
        using var question = JsonDocument.Parse(asked[1].Body);
        Assert.Equal(
            ["auth_algo", "cert_url", "transmission_id", "transmission_sig", "transmission_time", "webhook_id", "webhook_event"],
            question.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("WH-ID", question.RootElement.GetProperty("webhook_id").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{},"webhook_id":"mine","webhook_event":{}""")]
    [InlineData("""{}}{""")]
    public async Task Sender_adds_nothing_to_the_question(string body)
    {
        var fetcher = Api("""{"verification_status":"SUCCESS"}""");

        Assert.NotEqual(SignatureResult.Valid, await VerifyByApiAsync(Provider(fetcher), body));
        Assert.Empty(fetcher.Asked);
    }

    [Fact]
    public async Task Token_that_is_refused_is_replaced()
    {
        var refuse = true;
        var fetcher = new FakeFetcher(request => request.RequestUri!.AbsolutePath == "/v1/oauth2/token"
            ? FakeFetcher.Found("""{"access_token":"token-1","expires_in":32400}""")
            : refuse ? new FetchedDocument(HttpStatusCode.Unauthorized, default) : FakeFetcher.Found("""{"verification_status":"SUCCESS"}"""));
        var provider = Provider(fetcher);

        Assert.Equal(SignatureResult.Undecided, await VerifyByApiAsync(provider, Body));
        refuse = false;
        Assert.Equal(SignatureResult.Valid, await VerifyByApiAsync(provider, Body));
        Assert.Equal(4, fetcher.Asked.Count);
    }

    [Fact]
    public void Settings_must_be_complete()
    {
        var provider = Provider(Serve(Leaf));

        Assert.Empty(provider.Validate(new ProviderOptions { WebhookId = PayPalSigner.WebhookId }));
        Assert.Contains("WebhookId is missing", Assert.Single(provider.Validate(new ProviderOptions())), StringComparison.Ordinal);
        Assert.Contains(
            "ApiKey is missing",
            Assert.Single(provider.Validate(new ProviderOptions { WebhookId = PayPalSigner.WebhookId, SignatureCheck = SignatureCheck.Api })),
            StringComparison.Ordinal);
    }

    private static WebhookEvent Read(string body) => Deliveries.Read(Provider(Serve(Leaf)), body);

    private static PayPalProvider Provider(FakeFetcher fetcher) => new(fetcher, PayPalSigner.Roots);

    private static FakeFetcher Serve(params X509Certificate2[] certificates) => new(_ => PayPalSigner.Serve(certificates));

    private static FakeFetcher Api(string answer) => new(request => request.RequestUri!.AbsolutePath == "/v1/oauth2/token"
        ? FakeFetcher.Found("""{"access_token":"token-1","expires_in":32400}""")
        : FakeFetcher.Found(answer));

    private static Task<SignatureResult> VerifyAsync(PayPalProvider provider, DateTimeOffset now, string url = CertificateUrl) =>
        VerifyAsync(provider, now, Encoding.UTF8.GetBytes(Body), Encoding.UTF8.GetBytes(Body), url);

    private static async Task<SignatureResult> VerifyAsync(
        PayPalProvider provider, DateTimeOffset now, byte[] signed, byte[] sent, string url = CertificateUrl) =>
        await provider.VerifyAsync(PayPalSigner.Sign(signed, sent, url), new ProviderOptions { WebhookId = PayPalSigner.WebhookId }, now, default);

    private static async Task<SignatureResult> VerifyByApiAsync(PayPalProvider provider, string body) => await provider.VerifyAsync(
        PayPalSigner.Sign([], Encoding.UTF8.GetBytes(body), CertificateUrl),
        new ProviderOptions
        {
            WebhookId = PayPalSigner.WebhookId,
            ApiKey = "id:key",
            ApiBaseUrl = new Uri("https://api-m.sandbox.paypal.com/"),
            SignatureCheck = SignatureCheck.Api,
        },
        Now,
        default);
}
