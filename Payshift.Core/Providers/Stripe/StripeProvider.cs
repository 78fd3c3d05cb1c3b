using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Stripe;

/// <summary>
/// Stripe: <c>Stripe-Signature: t=…,v1=…</c>, HMAC-SHA256 over the time as written, a dot and the body, keyed with
/// the whole <c>whsec_…</c> text. Snapshot events carry their object, thin events (<c>v2.core.event</c>) only refer to it.
/// </summary>
/// <seealso href="https://docs.stripe.com/webhooks#verify-manually"/>
/// <seealso href="https://docs.stripe.com/api/events/object"/>
/// <seealso href="https://docs.stripe.com/api/v2/core/events/object"/>
public sealed class StripeProvider : IWebhookProvider
{
    private static readonly TimestampedSignature Signature = new("Stripe-Signature", ',', "t", "v1", ".");

    public string Name => "stripe";

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options, now));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var body = document.RequiredObject();
        var id = EventIds.Bounded(body.RequiredText("id"));
        var type = body.RequiredText("type");
        var time = body.Get("created").SecondsOrIso();

        if (body.Get("object").Text() == "v2.core.event")
        {
            return
            [
                new WebhookEvent
                {
                    EventId = id,
                    EventType = type,
                    PaymentReference = body.Get("related_object").Get("id").Text(),
                    State = StripeState.Of(type, default),
                    Priority = StripePriority.Of(type, default),
                    EventTime = time,
                    Payload = delivery.Body,
                },
            ];
        }

        var subject = body.Get("data").Get("object");
        if (subject.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field data.object is missing or not an object.");
        }

        return
        [
            new WebhookEvent
            {
                EventId = id,
                EventType = type,
                PaymentReference = StripeObject.Reference(subject),
                PaymentMethod = StripeObject.Method(subject)?.ToLowerInvariant(),
                Amount = StripeObject.Amount(type, subject),
                State = StripeState.Of(type, subject),
                OrderReference = StripeObject.Order(subject),
                CustomerReference = StripeObject.Customer(subject),
                Priority = StripePriority.Of(type, subject),
                EventTime = time,
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
}
