using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers;

/// <summary>
/// The webhooks of one provider: signature, events, settings and responses. Implementations keep no state of a delivery
/// and may be called concurrently.
/// </summary>
public interface IWebhookProvider
{
    /// <summary>The route segment and the settings' name: lower-case letters and digits, for example <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>The responses that this provider expects instead of the usual ones; null if it has none of its own.</summary>
    ProviderResponses? Responses => null;

    /// <summary>
    /// The provider's documented headers that help an operator or the provider's support to find a delivery: its id, time or
    /// number. Names are in lower case. The headers are kept with each webhook and shown with a failure, as are the content
    /// type and user agent of every delivery. The app does not start if one of them is a secret or a signature.
    /// </summary>
    IReadOnlyList<string> KeptHeaders => [];

    /// <summary>Checks the settings. Returns a sentence for each problem that says what to do; empty if there is none.</summary>
    IEnumerable<string> Validate(ProviderOptions options);

    /// <summary>Checks the signature over the raw bytes, in constant time, against every configured secret.</summary>
    /// <remarks>
    /// Returns a <see cref="ValueTask{TResult}"/> because nearly every scheme completes synchronously, and every request
    /// takes this path.
    /// </remarks>
    /// <param name="now">The current time, which a signed time is compared with.</param>
    ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Reads the events of a verified delivery.</summary>
    /// <exception cref="MalformedDeliveryException">The body is not in the form that the provider documents.</exception>
    /// <exception cref="System.Text.Json.JsonException">The body is not JSON.</exception>
    IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery);

    /// <summary>Responds to a GET by which the provider checks who owns the endpoint.</summary>
    /// <param name="queryString">The query as written in the URL.</param>
    /// <returns>Null if the request is not a handshake of this provider.</returns>
    ProviderResponse? AnswerHandshake(string? queryString, ProviderOptions options) => null;
}
