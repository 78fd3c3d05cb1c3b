using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The check of a signature by PayPal's API.</summary>
/// <seealso href="https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post"/>
internal sealed class PayPalApi(IProviderFetcher fetcher)
{
    private static readonly Uri LiveApi = new("https://api-m.paypal.com/");

    /// <summary>The time before its expiry at which a token is renewed, so that it does not expire in transit.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private volatile Token? _token;

    public async Task<SignatureResult> VerifyAsync(
        PayPalHeaders headers, ReadOnlyMemory<byte> body, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (RequestBody(headers, body, options.WebhookId) is not { } requestBody)
        {
            return SignatureResult.Missing;
        }

        if (await TokenAsync(options, now, cancellationToken) is not { } token)
        {
            return SignatureResult.Undecided;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address(options, "v1/notifications/verify-webhook-signature"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new ByteArrayContent(requestBody) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var response = await fetcher.FetchAsync(request, cancellationToken);
        if (response.Status == HttpStatusCode.Unauthorized)
        {
            _token = null;
        }

        return Read(response, "verification_status") switch
        {
            "SUCCESS" => SignatureResult.Valid,
            "FAILURE" => SignatureResult.Mismatch,
            _ => SignatureResult.Undecided,
        };
    }

    /// <summary>
    /// Writes the request. The event's bytes are included unchanged, since PayPal computes the signature over them. The event
    /// must be exactly one JSON value, or a sender could add fields of its own to the request.
    /// </summary>
    private static byte[]? RequestBody(PayPalHeaders headers, ReadOnlyMemory<byte> body, string? webhookId)
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(body.Length + 1024);
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartObject();
            writer.WriteString("auth_algo", headers.Algorithm);
            writer.WriteString("cert_url", headers.CertificateUrl.AbsoluteUri);
            writer.WriteString("transmission_id", headers.Id);
            writer.WriteString("transmission_sig", headers.Signature);
            writer.WriteString("transmission_time", headers.Time);
            writer.WriteString("webhook_id", webhookId);
            writer.WritePropertyName("webhook_event");
            writer.WriteRawValue(body.Span);
            writer.WriteEndObject();
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    private async ValueTask<string?> TokenAsync(ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_token is { } kept && kept.ApiKey == options.ApiKey && now < kept.GivenUpAt)
        {
            return kept.Value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address(options, "v1/oauth2/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(options.ApiKey ?? "")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        var response = await fetcher.FetchAsync(request, cancellationToken);
        if (Read(response, "access_token") is not { } value || value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        var lifetime = int.TryParse(Read(response, "expires_in"), out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        _token = new Token(options.ApiKey, value, now + lifetime - Margin);
        return value;
    }

    private static string? Read(FetchedDocument response, string name)
    {
        if (!response.IsFound)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(response.Body);
            return document.RootElement.Get(name).Scalar();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Uri Address(ProviderOptions options, string path) => new(options.ApiBaseUrl ?? LiveApi, path);

    private sealed record Token(string? ApiKey, string Value, DateTimeOffset GivenUpAt);
}
