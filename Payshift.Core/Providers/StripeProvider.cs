using System.Text.Json;
using Payshift.Core.Providers.Json;
using Payshift.Core.Signatures;

namespace Payshift.Core.Providers;

/// <summary>
/// Stripe: <c>Stripe-Signature: t=…,v1=…</c>, HMAC-SHA256 over the time as it is written, a dot and the body, keyed with
/// the whole <c>whsec_…</c> text. Snapshot events carry their object, thin events (<c>v2.core.event</c>) only refer to it.
/// </summary>
/// <seealso href="https://docs.stripe.com/webhooks#verify-manually"/>
/// <seealso href="https://docs.stripe.com/api/events/object"/>
/// <seealso href="https://docs.stripe.com/api/v2/core/events/object"/>
public sealed class StripeProvider : IWebhookProvider
{
    private const string SignatureHeader = "Stripe-Signature";

    public string Name => "stripe";

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureVerdict> VerifyAsync(
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
                Priority = StripePriority.Of(type, subject),
                EventTime = time,
                Payload = delivery.Body,
            },
        ];
    }

    private static SignatureVerdict Verify(WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now)
    {
        // A header sent twice means the same as its values joined by commas.
        var header = delivery.Header(SignatureHeader).ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureVerdict.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        var time = ReadOnlySpan<char>.Empty;
        var signatures = 0;
        var pairs = new HeaderPairs(header, ',');
        while (pairs.TryNext(out var name, out var value))
        {
            if (name is "t" && time.IsEmpty)
            {
                time = value;
            }
            else if (name is "v1")
            {
                signatures++;
                presented.AddHex(value);
            }
        }

        if (pairs.IsMalformed || signatures == 0 || !TimeWindow.TryParse(time, out var seconds))
        {
            return SignatureVerdict.Missing;
        }

        using var content = SignedContent.Of(delivery.Body.Span, time.ToString(), ".");
        if (!HmacSignature.MatchesAny(HmacAlgorithm.Sha256, options.Secrets, content.Span, presented))
        {
            return SignatureVerdict.Mismatch;
        }

        return TimeWindow.Contains(seconds, now, options.TimestampTolerance ?? TimeWindow.Default)
            ? SignatureVerdict.Valid
            : SignatureVerdict.OutsideTimeWindow;
    }
}
