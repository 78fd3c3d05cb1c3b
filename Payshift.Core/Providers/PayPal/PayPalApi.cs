using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.PayPal;

/// <summary>The check of a signature by PayPal's own API.</summary>
/// <seealso href="https://developer.paypal.com/docs/api/webhooks/v1/#verify-webhook-signature_post"/>
internal sealed class PayPalApi(IProviderFetcher fetcher)
{
    private static readonly Uri LiveApi = new("https://api-m.paypal.com/");

    /// <summary>A token is given up before it expires, so that it does not do so on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private volatile Token? _token;

    public async Task<SignatureResult> VerifyAsync(
        PayPalHeaders headers, ReadOnlyMemory<byte> body, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Question(headers, body, options.WebhookId) is not { } question)
        {
            return SignatureResult.Missing;
        }

        if (await TokenAsync(options, now, cancellationToken) is not { } token)
        {
            return SignatureResult.Undecided;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address(options, "v1/notifications/verify-webhook-signature"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new ByteArrayContent(question) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var answer = await fetcher.FetchAsync(request, cancellationToken);
        if (answer.Status == HttpStatusCode.Unauthorized)
        {
            _token = null;
        }

        return Read(answer, "verification_status") switch
        {
            "SUCCESS" => SignatureResult.Valid,
            "FAILURE" => SignatureResult.Mismatch,
            _ => SignatureResult.Undecided,
        };
    }

    /// <summary>
    /// The event goes in with its bytes unchanged, since PayPal computes over these. It must be one JSON value and no more,
    /// or a sender could add fields of its own to the question.
    /// </summary>
    private static byte[]? Question(PayPalHeaders headers, ReadOnlyMemory<byte> body, string? webhookId)
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
        var answer = await fetcher.FetchAsync(request, cancellationToken);
        if (Read(answer, "access_token") is not { } value || value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return null;
        }

        var lifetime = int.TryParse(Read(answer, "expires_in"), out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        _token = new Token(options.ApiKey, value, now + lifetime - Margin);
        return value;
    }

    private static string? Read(FetchedDocument answer, string name)
    {
        if (!answer.IsFound)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(answer.Body);
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
