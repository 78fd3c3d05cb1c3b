using System.Security.Cryptography;
using System.Text.Json;

namespace Payshift.Samples;

/// <summary>
/// The sample deliveries of one provider, with its documented body and signature. The same clock and seed give the same
/// bytes.
/// </summary>
internal abstract class SampleProvider(TimeProvider time, Random random)
{
    /// <summary>The name of the sample, for example <c>flutterwave-v4</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The provider's route segment, which is also its name in the settings.</summary>
    public virtual string Provider => Name;

    /// <summary>The supported event types, the usual one first.</summary>
    public abstract IReadOnlyList<string> EventTypes { get; }

    /// <summary>Whether a payment can have several events with different ids.</summary>
    public virtual bool HasSeveralEvents => true;

    /// <summary>Whether the delivery states the time of its event.</summary>
    public virtual bool TellsTime(SampleDelivery delivery) => true;

    /// <summary>The provider's usual currency.</summary>
    protected abstract string Currency { get; }

    protected SampleIds Ids { get; } = new(random);

    /// <summary>Creates a new event and signs it.</summary>
    /// <exception cref="ArgumentException">The event type is not one of <see cref="EventTypes"/>.</exception>
    public SampleDelivery Create(SampleRequest request)
    {
        var type = request.EventType ?? EventTypes[0];
        if (!EventTypes.Contains(type))
        {
            throw new ArgumentException($"{Name} has no sample of {type}. There is {string.Join(", ", EventTypes)}.", nameof(request));
        }

        var now = time.GetUtcNow();
        var content = Describe(new SampleEvent(
            type,
            request.Reference,
            request.Method ?? "card",
            request.Amount ?? new Money(Ids.Number(500, 50_000), Currency, CurrencyExponents.Iso4217.Of(Currency)),
            request.Time ?? now,
            request.Succeeded));

        var body = Encode(content, request);
        var eventId = content.EventId ?? IdOf(type, body);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = ContentType };
        Sign(headers, body, eventId, request, now);
        return new SampleDelivery(Provider, body, headers, content.EventType ?? type, eventId, content.PaymentReference)
        {
            PathSecret = PathSecret(request),
        };
    }

    /// <summary>Returns the same delivery with a change that makes its signature invalid.</summary>
    /// <remarks>One more space does not change the JSON's meaning, so that only a check over the raw bytes finds it.</remarks>
    public virtual SampleDelivery Tamper(SampleDelivery delivery) => delivery with { Body = [.. delivery.Body, (byte)' '] };

    protected abstract SampleContent Describe(SampleEvent sample);

    /// <summary>Adds the provider's signature headers.</summary>
    protected abstract void Sign(Dictionary<string, string> headers, byte[] body, string eventId, SampleRequest request, DateTimeOffset sentAt);

    /// <summary>Returns the bytes to send: compact JSON, unless the provider wraps it in another format.</summary>
    protected virtual byte[] Encode(SampleContent content, SampleRequest request) => Compact(content.Document);

    protected virtual string ContentType => "application/json";

    /// <summary>Returns the segment after the provider in the URL, if the scheme identifies the sender by it.</summary>
    protected virtual string? PathSecret(SampleRequest request) => null;

    /// <summary>Derives the id of an event without one.</summary>
    protected virtual string IdOf(string type, byte[] body) => $"{type}:sha256-{Convert.ToHexStringLower(SHA256.HashData(body))}";

    /// <summary>Formats a time, for example <c>2026-11-23T09:30:00Z</c>.</summary>
    protected static string Timestamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Formats an amount in major units, for example <c>10.50</c>.</summary>
    protected static string Major(Money amount) => amount.Major.ToString(CultureInfo.InvariantCulture);

    protected static string HexHmacSha256(string secret, byte[] body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));

    /// <summary>Returns a quoted and escaped JSON string.</summary>
    protected static string Text(string value) => JsonSerializer.Serialize(value);

    protected static byte[] Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }
}
