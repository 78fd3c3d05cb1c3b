using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.GoCardless;

/// <summary>
/// GoCardless: <c>Webhook-Signature</c>, HMAC-SHA256 over the body in hexadecimal, keyed with the endpoint's secret. A
/// delivery carries up to 250 events. An event states an action and a resource but no amount.
/// </summary>
/// <seealso href="https://developer.gocardless.com/api-reference/#webhooks-overview"/>
public sealed class GoCardlessProvider : IWebhookProvider
{
    private const string SignatureHeader = "Webhook-Signature";

    /// <summary>The payment if the event refers to one, as refunds and payouts do; else the event's own resource.</summary>
    private static readonly string[] Links =
        ["payment", "refund", "billing_request", "instalment_schedule", "subscription", "mandate", "payout", "creditor", "customer"];

    public string Name => "gocardless";

    /// <summary>GoCardless expects a status of its own for an invalid signature: 498 Token Invalid.</summary>
    public ProviderResponses Responses { get; } = new() { Accepted = new ProviderResponse(204), InvalidSignature = new ProviderResponse(498) };

    public IEnumerable<string> Validate(ProviderOptions options) => ProviderSettings.Problems(Name, options);

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(BodySignature.VerifyHex(delivery, SignatureHeader, HmacAlgorithm.Sha256, options.Secrets));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var events = document.RequiredObject().RequiredArray("events");
        return [.. events.EnumerateArray().Select(found => Read(found, delivery))];
    }

    private static WebhookEvent Read(JsonElement found, WebhookDelivery delivery)
    {
        var resource = found.RequiredText("resource_type");
        var action = found.RequiredText("action");
        return new WebhookEvent
        {
            EventId = EventIds.Bounded(found.RequiredText("id")),
            EventType = $"{resource}.{action}",
            PaymentReference = Links.Select(link => found.Get("links").Get(link).Text()).FirstOrDefault(id => id is not null),
            PaymentMethod = found.Get("details").Get("scheme").Text()?.ToLowerInvariant(),
            State = GoCardlessState.Of(resource, action),
            OrderReference = MerchantFields.Order(found.Get("resource_metadata")) ?? MerchantFields.Order(found.Get("metadata")),
            CustomerReference = MerchantFields.Customer(found.Get("resource_metadata")) ?? found.Get("links").Get("customer").Text(),
            Priority = Priority(resource, action),
            EventTime = found.Get("created_at").Iso(),
            Payload = found.Slice(delivery.Body),
        };
    }

    private static WebhookPriority Priority(string resource, string action) => (resource, action) switch
    {
        ("payments", "confirmed" or "paid_out") => WebhookPriority.High,
        ("mandates" or "subscriptions", "created") => WebhookPriority.Low,
        ("payouts", _) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
