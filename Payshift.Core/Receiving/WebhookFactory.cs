using System.Diagnostics;
using System.Security.Cryptography;
using Payshift.Core.Providers;

namespace Payshift.Core.Receiving;

/// <summary>The making of webhooks from extracted events: fills in what an event does not say, and bounds what it says.</summary>
internal static class WebhookFactory
{
    private const int MaxIdLength = 512;
    private const int MaxTypeLength = 200;
    private const int MaxMethodLength = 64;
    private const int MaxLinkLength = 256;

    /// <summary>
    /// An event from further in the future cannot be: it would stay the payment's latest state for good. Until then its
    /// time is believed, as a provider's clock may be ahead of ours.
    /// </summary>
    private static readonly TimeSpan MaxClockDifference = TimeSpan.FromDays(1);

    /// <param name="trace">Of the delivery.</param>
    /// <param name="headers">Of the delivery, those that are kept.</param>
    public static Webhook Create(
        string provider, WebhookEvent found, DateTimeOffset receivedAt, ActivityContext? trace = null, DeliveryHeaders headers = default)
    {
        var eventTime = found.EventTime is { } time && time <= receivedAt + MaxClockDifference ? time : receivedAt;
        var reference = Bound(string.IsNullOrEmpty(found.PaymentReference) ? found.EventId : found.PaymentReference, MaxIdLength);
        return new Webhook
        {
            Id = WebhookId.From(provider, found.EventId),
            Provider = provider,
            EventId = Bound(found.EventId, MaxIdLength),
            EventType = Bound(found.EventType, MaxTypeLength),
            PaymentReference = reference,
            PaymentMethod = string.IsNullOrWhiteSpace(found.PaymentMethod) ? Webhook.UnknownMethod : Bound(found.PaymentMethod, MaxMethodLength),
            Amount = found.Amount,
            State = found.State,
            OrderReference = Link(found.OrderReference, reference),
            CustomerReference = Link(found.CustomerReference, reference),
            Priority = found.Priority,
            EventTime = ToMilliseconds(eventTime),
            ReceivedAt = ToMilliseconds(receivedAt),
            TraceParent = trace,
            Headers = headers,
            Payload = found.Payload,
        };
    }

    /// <summary>The queue keeps milliseconds; the same everywhere, or a row's key would depend on who made it.</summary>
    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());

    /// <summary>
    /// What leads from this payment to others: neither to itself, nor an e-mail address, which merchants do write where an id
    /// belongs and which would spread personal data over keys.
    /// </summary>
    private static string? Link(string? text, string reference) =>
        string.IsNullOrWhiteSpace(text) || text == reference || IsAddress(text) ? null : Bound(text, MaxLinkLength);

    private static bool IsAddress(string text) =>
        text.IndexOf('@', StringComparison.Ordinal) is var at and > 0 && text.IndexOf('.', at) > at + 1;

    /// <summary>Cuts a text that is too long and appends a digest of the whole, so that different texts stay different.</summary>
    private static string Bound(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
        return $"{text.AsSpan(0, length - digest.Length - 1)}~{digest}";
    }
}
