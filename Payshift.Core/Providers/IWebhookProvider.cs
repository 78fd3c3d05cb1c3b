using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers;

/// <summary>
/// Everything that Payshift knows of one provider's webhooks. Implementations keep no state of a delivery and may be called
/// concurrently.
/// </summary>
public interface IWebhookProvider
{
    /// <summary>The route segment and the settings' name: lower-case letters and digits, for example <c>stripe</c>.</summary>
    string Name { get; }

    /// <summary>Where this provider wants another answer than the usual one; null where it never does.</summary>
    ProviderResponses? Answers => null;

    /// <summary>
    /// The provider's documented headers that help an operator or the provider's support find a delivery: its id, its time,
    /// its number. In lower case; kept with each webhook and shown with a failure. Content type and user agent are kept for
    /// all. Never a secret and never a signature: the app does not start with one.
    /// </summary>
    IReadOnlyList<string> KeptHeaders => [];

    /// <summary>What is wrong with the settings, a sentence each that says what to do; empty when they will do.</summary>
    IEnumerable<string> Validate(ProviderOptions options);

    /// <summary>Checks the signature over the raw bytes, in constant time, against every configured secret.</summary>
    /// <remarks>
    /// Returns a <see cref="ValueTask{TResult}"/> because nearly every scheme answers at once, on the path of every request.
    /// </remarks>
    /// <param name="now">The time against which a signed time is held.</param>
    ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Reads the events of a verified delivery.</summary>
    /// <exception cref="MalformedDeliveryException">The body is not what the provider documents.</exception>
    /// <exception cref="System.Text.Json.JsonException">The body is no JSON.</exception>
    IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery);

    /// <summary>Answers a GET by which the provider makes sure that the endpoint is ours.</summary>
    /// <param name="queryString">As it stands in the URL.</param>
    /// <returns>Null where this provider asks for nothing, or not like this.</returns>
    ProviderResponse? AnswerHandshake(string? queryString, ProviderOptions options) => null;
}
