using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Moq;
using Payshift.Core.Providers.Braintree;
using Payshift.Core.Providers.GoCardless;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.LemonSqueezy;
using Payshift.Core.Providers.Mollie;
using Payshift.Core.Providers.Mpesa;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Receiving;

namespace Payshift.Tests.Providers;

/// <summary>The responses of providers that expect more than a bare status.</summary>
public sealed class ProviderResponseTests
{
    private readonly Mock<IWebhookQueue> _queue = new();

    public ProviderResponseTests() => _queue
        .Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()))
        .ReturnsAsync((IReadOnlyList<Webhook> webhooks) => new EnqueueResult(webhooks.Count, 0));

    [Fact]
    public async Task Kept_delivery_is_answered_in_the_providers_words()
    {
        var result = await ReceiveAsync(
            new MpesaProvider(),
            """{"Body":{"stkCallback":{"CheckoutRequestID":"ws_CO_1","ResultCode":0}}}""",
            request => request with { PathSecret = "kQ7wZr2mVt9xYb4nLc8d", RemoteAddress = IPAddress.Parse("192.0.2.1") },
            "kQ7wZr2mVt9xYb4nLc8d");

        Assert.Equal((ReceiveStatus.Accepted, 1), (result.Status, result.Kept));
        Assert.Equal((200, "application/json; charset=utf-8"), (result.Answer!.StatusCode, result.Answer.ContentType));
    }

    [Fact]
    public async Task Bad_signature_has_a_status_of_its_own_at_gocardless()
    {
        var result = await ReceiveAsync(new GoCardlessProvider(), """{"events":[]}""");

        Assert.Equal(ReceiveStatus.InvalidSignature, result.Status);
        Assert.Equal(498, result.Answer!.StatusCode);
    }

    [Fact]
    public async Task Delivery_without_events_is_answered_like_any_other()
    {
        var body = """{"events":[]}""";
        var signature = Deliveries.Hex(System.Security.Cryptography.HashAlgorithmName.SHA256, "secret"u8.ToArray(), Encoding.UTF8.GetBytes(body));

        var result = await ReceiveAsync(new GoCardlessProvider(), body, request =>
        {
            request.Headers["Webhook-Signature"] = signature;
            return request;
        });

        Assert.Equal((ReceiveStatus.Accepted, 0, 204), (result.Status, result.Kept, result.Answer!.StatusCode));
        _queue.Verify(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()), Times.Never);
    }

    [Fact]
    public async Task Payment_that_mollie_does_not_know_is_answered_and_not_kept()
    {
        var result = await ReceiveAsync(new MollieProvider(new FakeFetcher(_ => FakeFetcher.NotFound)), "id=tr_1a");

        Assert.Equal(new ReceiveResult(ReceiveStatus.Accepted), result);
        _queue.Verify(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>()), Times.Never);
    }

    [Fact]
    public async Task Delivery_that_cannot_be_checked_now_is_to_come_again_when_the_provider_would()
    {
        var result = await ReceiveAsync(
            new MollieProvider(new FakeFetcher(_ => FetchedDocument.Unreachable)), "id=tr_1a");

        Assert.Equal((ReceiveStatus.Unavailable, TimeSpan.FromMinutes(1)), (result.Status, result.RetryAfter));
        Assert.Null(result.Answer);
    }

    [Fact]
    public async Task Delivery_that_cannot_be_kept_now_is_to_come_again_when_the_provider_would()
    {
        _queue.Setup(it => it.EnqueueAsync(It.IsAny<IReadOnlyList<Webhook>>())).ThrowsAsync(new QueueUnavailableException("away", new TimeoutException()));
        var body = """{"meta":{"event_name":"order_created"},"data":{}}""";
        var signature = Deliveries.Hex(System.Security.Cryptography.HashAlgorithmName.SHA256, "secret"u8.ToArray(), Encoding.UTF8.GetBytes(body));

        var result = await ReceiveAsync(new LemonSqueezyProvider(), body, request =>
        {
            request.Headers["X-Signature"] = signature;
            return request;
        });

        Assert.Equal((ReceiveStatus.Unavailable, TimeSpan.FromSeconds(5)), (result.Status, result.RetryAfter));
    }

    [Fact]
    public void Handshake_is_answered_by_the_provider_that_asks_for_one()
    {
        var receiver = Receiver(new BraintreeProvider(), "secret");

        var result = receiver.AnswerHandshake("braintree", "?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53");

        Assert.Equal(ReceiveStatus.Accepted, result.Status);
        Assert.StartsWith("public_key|", result.Answer!.Body, StringComparison.Ordinal);
        Assert.Equal(ReceiveStatus.UnknownProvider, receiver.AnswerHandshake("braintree", "?bt_challenge=x").Status);
        Assert.Equal(ReceiveStatus.UnknownProvider, receiver.AnswerHandshake("stripe", "?bt_challenge=20f9f8ed05f77439fe955c977e4c8a53").Status);
        Assert.Equal(ReceiveStatus.UnknownProvider, Receiver(new StripeProvider(), "secret").AnswerHandshake("stripe", null).Status);
    }

    private Task<ReceiveResult> ReceiveAsync(
        IWebhookProvider provider, string body, Func<WebhookRequest, WebhookRequest>? change = null, string secret = "secret")
    {
        var headers = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var request = new WebhookRequest(provider.Name, headers, new MemoryStream(Encoding.UTF8.GetBytes(body)));
        return Receiver(provider, secret).ReceiveAsync(change is null ? request : change(request), default);
    }

    private WebhookReceiver Receiver(IWebhookProvider provider, string secret) => new(
        new ProviderRegistry([provider], Options.Create(new ProvidersOptions { [provider.Name] = AllProviders.Options(secret) })),
        Enqueuers.ToQueue(_queue.Object),
        Options.Create(new QueueOptions()),
        new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000)),
        UnheardTelemetry.Instance,
        NullLogger<WebhookReceiver>.Instance);
}
