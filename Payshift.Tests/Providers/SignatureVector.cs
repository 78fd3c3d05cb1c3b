using Microsoft.Extensions.Primitives;

namespace Payshift.Tests.Providers;

/// <summary>A delivery and the result that its scheme demands.</summary>
public sealed record SignatureVector
{
    public required string Provider { get; init; }

    public required string Name { get; init; }

    public string? Secret { get; init; }

    public string[]? Secrets { get; init; }

    /// <summary>The URL that the provider was told, where it is signed.</summary>
    public string? Url { get; init; }

    public string? PublicKey { get; init; }

    public string? Query { get; init; }

    public string? PathSecret { get; init; }

    public string? RemoteAddress { get; init; }

    public string[]? AllowedAddresses { get; init; }

    public string? WebhookId { get; init; }

    public required Dictionary<string, JsonElement> Headers { get; init; }

    public string? Body { get; init; }

    public string? BodyBase64 { get; init; }

    /// <summary>Now, in seconds; null where the scheme signs no time.</summary>
    public long? Timestamp { get; init; }

    public double? ToleranceSeconds { get; init; }

    public required string Expected { get; init; }

    public string? Why { get; init; }

    public ProviderOptions Options => new()
    {
        // What stands in a secret's place for PayPal is its certificate.
        Secrets = Provider == "paypal" ? [] : [.. Secrets ?? [Secret ?? ""]],
        NotificationUrl = Url,
        PublicKey = PublicKey,
        AllowedAddresses = [.. AllowedAddresses ?? []],
        WebhookId = WebhookId,
        TimestampTolerance = ToleranceSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
    };

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Timestamp ?? 0);

    internal WebhookDelivery Delivery => Deliveries.Of(
        Body is null ? Convert.FromBase64String(BodyBase64 ?? "") : Encoding.UTF8.GetBytes(Body),
        [.. Headers.Select(header => (header.Key, Values(header.Value)))]) with
    {
        QueryString = Query,
        PathSecret = PathSecret,
        RemoteAddress = RemoteAddress is null ? null : IPAddress.Parse(RemoteAddress),
    };

    private static StringValues Values(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? new StringValues([.. value.EnumerateArray().Select(item => item.GetString())])
        : value.GetString();
}
