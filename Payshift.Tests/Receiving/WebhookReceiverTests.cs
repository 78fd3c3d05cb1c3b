using System.Diagnostics;
using Microsoft.Extensions.Primitives;
using Moq;
using Payshift.Core.Providers.Signatures;
using Payshift.Core.Receiving;

namespace Payshift.Tests.Receiving;

[Collection(ServicesCollection.Name)]
public sealed class WebhookReceiverTests(ServicesFixture services) : ServicesTest(services)
{
    [Fact]
    public async Task Accepted_means_in_the_queue()
    {
        await using var app = Create(FakeProvider(events: [Event("one"), Event("two")]));

        var result = await ReceiveAsync(app);

        Assert.Equal(new ReceiveResult(ReceiveStatus.Accepted, 2, 0), result);
        Assert.Equal(["one", "two"], (await app.Queue.LeaseAsync(10)).Select(leased => leased.Webhook!.EventId).Order());
        Assert.Equal(new ReceiveResult(ReceiveStatus.Accepted, 0, 2), await ReceiveAsync(app));
    }

    [Fact]
    public async Task What_an_event_does_not_say_is_filled_in()
    {
        await using var app = Create(FakeProvider(events: [Event("one")]));
        await ReceiveAsync(app);

        var webhook = Assert.Single(await app.Queue.LeaseAsync(1)).Webhook!;

        Assert.Equal(("one", "unknown", WebhookPriority.Normal), (webhook.PaymentReference, webhook.PaymentMethod, webhook.Priority));
        Assert.Equal(webhook.ReceivedAt, webhook.EventTime);
        Assert.Equal(WebhookId.From("fake", "one"), webhook.Id);
    }

    [Fact]
    public async Task An_event_from_far_in_the_future_happened_when_it_was_received()
    {
        await using var app = Create(FakeProvider(events: [Event("one") with { EventTime = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) }]));
        await ReceiveAsync(app);
        var webhook = Assert.Single(await app.Queue.LeaseAsync(1)).Webhook!;
        Assert.Equal(webhook.ReceivedAt, webhook.EventTime);
    }

    [Fact]
    public async Task Texts_beyond_every_bound_are_kept_apart_and_recorded()
    {
        var huge = new string('é', 50_000);
        await using var app = Create(FakeProvider(events:
        [
            Event(huge + "1") with { PaymentReference = huge + "1", PaymentMethod = huge, EventType = huge },
            Event(huge + "2") with { PaymentReference = huge + "2", PaymentMethod = huge, EventType = huge },
        ]));

        Assert.Equal(2, (await ReceiveAsync(app)).Kept);
        Assert.Equal(2, (await app.Drain.ProcessAsync()).Processed);
    }

    [Fact]
    public async Task The_trace_of_a_delivery_goes_with_its_webhooks()
    {
        await using var app = Create(FakeProvider(events: [Event("one"), Event("two")]));
        using var activity = new Activity("delivery")
            .SetIdFormat(ActivityIdFormat.W3C)
            .SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded)
            .Start();

        await ReceiveAsync(app);

        var expected = new ActivityContext(activity.TraceId, activity.SpanId, ActivityTraceFlags.Recorded, isRemote: true);
        Assert.Equal([expected, expected], (await app.Queue.LeaseAsync(2)).Select(leased => leased.Webhook!.TraceParent!.Value));
    }

    [Fact]
    public async Task The_headers_that_its_provider_names_go_with_every_webhook_of_a_delivery()
    {
        var provider = FakeProvider(events: [Event("one"), Event("two")]);
        provider.Setup(it => it.KeptHeaders).Returns(["x-event-id"]);
        await using var app = Create(provider);

        await ReceiveAsync(app, headers: [("X-Event-Id", "id"), ("Authorization", "s3cret"), ("Content-Type", "application/json")]);

        Assert.Equal(
            ["x-event-id: id\ncontent-type: application/json", "x-event-id: id\ncontent-type: application/json"],
            (await app.Queue.LeaseAsync(2)).Select(leased => leased.Webhook!.Headers.Text));
    }

    [Theory]
    [InlineData(ActivityIdFormat.Unknown)]
    [InlineData(ActivityIdFormat.Hierarchical)]
    public async Task Without_a_trace_of_the_w3c_format_there_is_none(ActivityIdFormat format)
    {
        await using var app = Create(FakeProvider(events: [Event("one")]));
        using var activity = format == ActivityIdFormat.Unknown ? null : new Activity("delivery").SetIdFormat(format).Start();

        await ReceiveAsync(app);

        Assert.Null(Assert.Single(await app.Queue.LeaseAsync(1)).Webhook!.TraceParent);
    }

    [Theory]
    [InlineData(SignatureResult.Missing)]
    [InlineData(SignatureResult.Mismatch)]
    [InlineData(SignatureResult.OutsideTimeWindow)]
    public async Task A_bad_signature_is_refused_without_saying_what_was_wrong(SignatureResult verdict)
    {
        var provider = FakeProvider(verdict);
        await using var app = Create(provider);

        var result = await ReceiveAsync(app);

        Assert.Equal(ReceiveStatus.InvalidSignature, result.Status);
        Assert.Equal((await ReceiveAsync(app, verdict: SignatureResult.Mismatch)).Detail, result.Detail);
        Assert.Empty(await app.Queue.LeaseAsync(1));
        provider.Verify(it => it.Extract(It.IsAny<WebhookDelivery>()), Times.Never);
    }

    [Fact]
    public async Task An_unknown_provider_and_one_without_a_secret_are_refused()
    {
        await using var app = Create(FakeProvider(), secret: null);
        Assert.Equal(ReceiveStatus.UnknownProvider, (await ReceiveAsync(app)).Status);
        Assert.Equal(ReceiveStatus.UnknownProvider, (await ReceiveAsync(app, provider: "nopay")).Status);
    }

    [Fact]
    public async Task A_malformed_body_is_refused_without_repeating_it()
    {
        var provider = FakeProvider();
        provider.Setup(it => it.Extract(It.IsAny<WebhookDelivery>())).Throws(new System.Text.Json.JsonException("'s3cret' is an invalid start"));
        await using var app = Create(provider);

        var result = await ReceiveAsync(app);

        Assert.Equal((ReceiveStatus.Malformed, "The body is not valid JSON."), (result.Status, result.Detail));
    }

    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    [InlineData(100_000, false)]
    public async Task A_body_is_taken_up_to_the_limit_whether_its_length_is_announced_or_not(int length, bool taken)
    {
        await using var app = Create(FakeProvider(events: []), settings => settings["Payshift:Queue:MaxPayloadBytes"] = "1024");
        var expected = taken ? ReceiveStatus.Accepted : ReceiveStatus.TooLarge;

        Assert.Equal(expected, (await ReceiveAsync(app, body: new string('x', length))).Status);
        Assert.Equal(expected, (await ReceiveAsync(app, body: new string('x', length), announced: false)).Status);
        Assert.Equal(expected, (await ReceiveAsync(app, body: new string('x', length), dribble: true)).Status);
    }

    [Fact]
    public async Task When_redis_is_away_the_provider_is_told_to_come_again()
    {
        await using var app = Create(FakeProvider(events: [Event("one")]), settings => settings["Payshift:Redis:ConnectionString"] = "127.0.0.1:1");

        var result = await ReceiveAsync(app);

        Assert.Equal(ReceiveStatus.Unavailable, result.Status);
        Assert.True(result.RetryAfter > TimeSpan.Zero);
    }

    private PayshiftApp Create(Mock<IWebhookProvider> provider, Action<Dictionary<string, string?>>? settings = null, string? secret = "secret") =>
        new(
            Services,
            values =>
            {
                if (secret is not null)
                {
                    values["Payshift:Providers:fake:Secrets:0"] = secret;
                }

                settings?.Invoke(values);
            },
            collection => collection.AddSingleton(provider.Object));

    private static Mock<IWebhookProvider> FakeProvider(SignatureResult verdict = SignatureResult.Valid, params IReadOnlyList<WebhookEvent> events)
    {
        var provider = new Mock<IWebhookProvider>();
        provider.Setup(it => it.Name).Returns("fake");
        provider.Setup(it => it.KeptHeaders).Returns([]);
        provider.Setup(it => it.Validate(It.IsAny<ProviderOptions>())).Returns([]);
        provider
            .Setup(it => it.VerifyAsync(It.IsAny<WebhookDelivery>(), It.IsAny<ProviderOptions>(), It.IsAny<DateTimeOffset>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((WebhookDelivery delivery, ProviderOptions _, DateTimeOffset _, CancellationToken _) =>
                Enum.TryParse<SignatureResult>(delivery.Header("x-verdict"), out var asked) ? asked : verdict);
        provider.Setup(it => it.Extract(It.IsAny<WebhookDelivery>())).Returns(events);
        return provider;
    }

    private static WebhookEvent Event(string id) => new() { EventId = id, EventType = "paid", Payload = Encoding.UTF8.GetBytes("{}") };

    private static Task<ReceiveResult> ReceiveAsync(
        PayshiftApp app,
        string provider = "fake",
        string body = "{}",
        bool announced = true,
        bool dribble = false,
        SignatureResult? verdict = null,
        params (string Name, string Value)[] headers)
    {
        var sent = headers.ToDictionary(header => header.Name, header => new StringValues(header.Value), StringComparer.OrdinalIgnoreCase);
        if (verdict is not null)
        {
            sent["X-Verdict"] = verdict.ToString();
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        Stream stream = dribble ? new DribblingStream(bytes) : new MemoryStream(bytes);
        return app.Receiver.ReceiveAsync(new WebhookRequest(provider, sent, stream) { ContentLength = announced ? bytes.Length : null }, default);
    }

    /// <summary>Gives a byte a read, as a slow sender does.</summary>
    private sealed class DribblingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
