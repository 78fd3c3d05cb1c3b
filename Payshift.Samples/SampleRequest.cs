namespace Payshift.Samples;

/// <summary>What a sample delivery is to say. Everything but the secret has a default.</summary>
internal sealed record SampleRequest
{
    /// <summary>The webhook secret, as it stands in the host's settings.</summary>
    public required string Secret { get; init; }

    /// <summary>The public half of the key pair, where the scheme names it (Braintree).</summary>
    public string? PublicKey { get; init; }

    /// <summary>The endpoint's URL as it is registered, where the signature covers it (Square).</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>The webhook's id, where the signature covers it (PayPal).</summary>
    public string? WebhookId { get; init; }

    /// <summary>One of <see cref="SampleProvider.EventTypes"/>; its first where absent.</summary>
    public string? EventType { get; init; }

    /// <summary>The payment reference; a new one where absent.</summary>
    public string? Reference { get; init; }

    /// <summary>The payment method in the provider's own words, for example <c>card</c> or <c>mobile_money</c>.</summary>
    public string? Method { get; init; }

    /// <summary>A random amount in the provider's usual currency where absent.</summary>
    public Money? Amount { get; init; }

    /// <summary>When it happened; now where absent. The signature always carries the time of sending.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether the payment went well, for providers whose event type does not say it.</summary>
    public bool Succeeded { get; init; } = true;
}
