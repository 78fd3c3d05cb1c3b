namespace Payshift.Samples;

/// <summary>The request for a sample delivery. Everything but the secret has a default.</summary>
internal sealed record SampleRequest
{
    /// <summary>The webhook secret, as in the host's settings.</summary>
    public required string Secret { get; init; }

    /// <summary>The public key of the key pair, for schemes that state it (Braintree).</summary>
    public string? PublicKey { get; init; }

    /// <summary>The endpoint's URL as registered, for schemes that sign it (Square).</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The webhook's id, for schemes that sign it (PayPal).</summary>
    public string? WebhookId { get; init; }

    /// <summary>One of <see cref="SampleProvider.EventTypes"/>; null for the first.</summary>
    public string? EventType { get; init; }

    /// <summary>The payment reference; null for a new one.</summary>
    public string? Reference { get; init; }

    /// <summary>The payment method in the provider's own words, for example <c>card</c> or <c>mobile_money</c>.</summary>
    public string? Method { get; init; }

    /// <summary>The amount; null for a random one in the provider's usual currency.</summary>
    public Money? Amount { get; init; }

    /// <summary>The time of the event; null for now. The signature always carries the time of sending.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the payment succeeded, for providers whose event type does not state it.</summary>
    public bool Succeeded { get; init; } = true;
}
