using System.Text.Json;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;
using Payshift.Core.Signatures;
using Payshift.Core.Webhooks;

namespace Payshift.Tests.Docs;

/// <summary>
/// Example Pay: <c>X-Example-Signature: t=…,v1=…</c>, HMAC-SHA256 over the time, a dot and the body in hexadecimal.
/// </summary>
public sealed class ExampleProvider : IWebhookProvider
{
    private const string SignatureHeader = "X-Example-Signature";

    public string Name => "example";

    /// <summary>The first step of Example Pay's own retry schedule.</summary>
    public ProviderAnswers Answers { get; } = new() { RetryAfter = TimeSpan.FromMinutes(1) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureVerdict> VerifyAsync(
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
                Priority = Priority(type),
                EventTime = body.Get("created").SecondsOrIso(),
                Payload = delivery.Body,
            },
        ];
    }

    private static SignatureVerdict Verify(WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now)
    {
        if (delivery.Header(SignatureHeader) is not [{ Length: > 0 and <= SignatureLimits.MaxHeaderLength } header])
        {
            return SignatureVerdict.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        var time = ReadOnlySpan<char>.Empty;
        var pairs = new HeaderPairs(header, ',');
        while (pairs.TryNext(out var name, out var value))
        {
            if (name is "t")
            {
                time = value;
            }
            else if (name is "v1")
            {
                presented.AddHex(value);
            }
        }

        if (!TimeWindow.TryParse(time, out var seconds))
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

    private static WebhookPriority Priority(string type) => type switch
    {
        "payment.paid" => WebhookPriority.High,
        "customer.updated" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
