using System.Text.Json;
using Payshift.Core.Webhooks;

namespace Payshift.Cli.Sending;

/// <summary>
/// Makes deliveries as one provider makes them: its documented body, its signature. The same clock and the same seed
/// give the same bytes.
/// </summary>
internal abstract class SampleProvider(TimeProvider time, Random random)
{
    /// <summary>The name of the sample, for example <c>flutterwave-v4</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The provider's route segment, which is also its name in the settings.</summary>
    public virtual string Provider => Name;

    /// <summary>The event types that it can make, the usual one first.</summary>
    public abstract IReadOnlyList<string> EventTypes { get; }

    /// <summary>The provider's usual currency.</summary>
    protected abstract string Currency { get; }

    protected SampleIds Ids { get; } = new(random);

    /// <summary>Makes a new event and signs it.</summary>
    /// <exception cref="ArgumentException">The event type is none of <see cref="EventTypes"/>.</exception>
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

        var body = Compact(content.Json);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        Sign(headers, body, content.EventId, request.Secret, now);
        return new SampleDelivery(Provider, body, headers, type, content.EventId, content.PaymentReference);
    }

    /// <summary>The same delivery after somebody meddled with it: its signature no longer holds.</summary>
    /// <remarks>One space more leaves the JSON's meaning alone, so that only a check over the raw bytes finds it.</remarks>
    public virtual SampleDelivery Tamper(SampleDelivery delivery) => delivery with { Body = [.. delivery.Body, (byte)' '] };

    protected abstract SampleContent Describe(SampleEvent sample);

    /// <summary>Adds the provider's signature headers.</summary>
    protected abstract void Sign(Dictionary<string, string> headers, byte[] body, string eventId, string secret, DateTimeOffset sentAt);

    /// <summary>A quoted and escaped JSON string.</summary>
    protected static string Text(string value) => JsonSerializer.Serialize(value);

    private static byte[] Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }
}
