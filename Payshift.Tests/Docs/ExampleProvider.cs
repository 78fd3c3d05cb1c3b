using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Tests.Docs;

/// <summary>
/// Example Pay: <c>X-Example-Signature: t=…,v1=…</c>, HMAC-SHA256 over the time, a dot and the body in hexadecimal.
/// </summary>
public sealed class ExampleProvider : IWebhookProvider
{
    private static readonly TimestampedSignature Signature = new("X-Example-Signature", ',', "t", "v1", ".");

    public string Name => "example";

    /// <summary>The first step of Example Pay's own retry schedule.</summary>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(1) };

    /// <summary>The id of the delivery, by which Example Pay's support finds it.</summary>
    public IReadOnlyList<string> KeptHeaders { get; } = ["x-example-delivery"];

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options, now));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var type = body.RequiredText("type");
        var payment = body.Get("payment");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(body.RequiredText("id")),
                EventType = type,
                PaymentReference = payment.Get("id").Text(),
                PaymentMethod = payment.Get("method").Text()?.ToLowerInvariant(),
                Amount = Money.FromMinor(payment.Get("amount").Scalar(), payment.Get("currency").Text(), CurrencyExponents.Iso4217),
                State = State(type),
                OrderReference = MerchantFields.Order(payment.Get("metadata")),
                CustomerReference = payment.Get("customer").Text(),
                Priority = Priority(type),
                EventTime = body.Get("created").SecondsOrIso(),
                Payload = delivery.Body,
            },
        ];
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now)
    {
        var result = Signature.Verify(delivery, options, out var seconds);
        return result != SignatureResult.Valid || TimeWindow.Contains(seconds, now, options.TimestampTolerance ?? TimeWindow.Default)
            ? result
            : SignatureResult.OutsideTimeWindow;
    }

    private static PaymentState? State(string type) => type switch
    {
        "payment.created" => PaymentState.Pending,
        "payment.paid" => PaymentState.Succeeded,
        "payment.refunded" => PaymentState.Refunded,
        _ => null,
    };

    private static WebhookPriority Priority(string type) => type switch
    {
        "payment.paid" => WebhookPriority.High,
        "customer.updated" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
