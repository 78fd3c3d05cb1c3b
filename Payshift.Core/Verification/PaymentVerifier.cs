using System.Net.Http.Headers;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification;

/// <summary>
/// The API of one provider: the payment that an event is about, the calls that look it up, and the reading of responses.
/// Implementations make no calls and keep no state.
/// </summary>
internal abstract class PaymentVerifier
{
    /// <summary>The provider's name, as in its route.</summary>
    public abstract string Provider { get; }

    /// <summary>The API's name, if the provider has several.</summary>
    public virtual string Api => Provider;

    /// <summary>The address for calls, unless <see cref="ProviderOptions.ApiBaseUrl"/> is set. It never comes from a payload.</summary>
    public abstract Uri LiveApi { get; }

    /// <summary>The sustained number of calls a second.</summary>
    public virtual int CallsPerSecond => 10;

    /// <summary>The name of the setting with the API's key.</summary>
    public virtual string KeySetting => nameof(ProviderOptions.ApiKey);

    /// <summary>Whether this API can confirm such an event, if the provider has several.</summary>
    public virtual bool Covers(JsonElement body) => true;

    /// <summary>Whether a signature covers this event's body, or the body came from the API itself.</summary>
    public virtual bool IsBodyAuthentic(JsonElement body) => true;

    /// <returns>Null if the event does not report a payment as made.</returns>
    public abstract PaymentClaim? ReadClaim(Webhook webhook, JsonElement body);

    /// <returns>List calls that are likely to return these payments with fewer calls than there are payments.</returns>
    public virtual IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) => [];

    /// <summary>Reads a response to one of <see cref="Listings"/>.</summary>
    /// <param name="cursor">The cursor of the request for this page.</param>
    public virtual PaymentPage ReadPage(JsonElement response, string? cursor) => new([]);

    /// <summary>The path of the call that looks up one payment, with the key escaped.</summary>
    public abstract string SinglePath(PaymentClaim claim);

    /// <returns>Null if the response contains no payment.</returns>
    public abstract ProviderPayment? ReadSingle(JsonElement response);

    /// <summary>Parses a payload or a response of the API.</summary>
    /// <exception cref="JsonException">The text cannot be parsed.</exception>
    public virtual JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <returns>The key; null if none is set.</returns>
    public virtual string? Key(ProviderOptions options) => string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey;

    /// <summary>The base address of calls.</summary>
    public virtual Uri Address(ProviderOptions options) => options.ApiBaseUrl ?? LiveApi;

    /// <summary>Adds the key in the form that the provider expects.</summary>
    public virtual void Authorize(HttpRequestMessage request, string apiKey) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);

    /// <summary>The call that exchanges the key for an access token; null if the API accepts the key itself.</summary>
    public virtual HttpRequestMessage? TokenRequest(ProviderOptions options) => null;

    /// <summary>Reads the response to <see cref="TokenRequest"/>.</summary>
    /// <returns>The token and its lifetime in seconds.</returns>
    public virtual (string? Token, string? Seconds) ReadToken(JsonElement response) =>
        (response.Get("access_token").Text(), response.Get("expires_in").Scalar());

    /// <returns>The problems with the settings, other than a missing key.</returns>
    public virtual IEnumerable<string> Validate(ProviderOptions options) => [];

    /// <summary>Adds HTTP basic authentication with a key of two parts joined by a colon.</summary>
    protected static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));

    /// <returns>The problems with a key that must have two parts joined by a colon.</returns>
    protected IEnumerable<string> ProblemsOfHalves(ProviderOptions options, string first, string second)
    {
        if (!Key(options)!.Contains(':', StringComparison.Ordinal))
        {
            yield return $"{ProviderSettings.SettingName(Provider, KeySetting)} has no colon. Set it to the {first} and the {second} joined by one.";
        }
    }

    protected static string Escape(string key) => Uri.EscapeDataString(key);

    /// <summary>Reads the payments of a list and skips other elements.</summary>
    protected static IReadOnlyList<ProviderPayment> ReadAll(JsonElement list, Func<JsonElement, ProviderPayment?> read) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read).OfType<ProviderPayment>()] : [];

    protected static int CountOf(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    protected static ProviderPayment? Payment(string? key, Money? amount, JsonElement status) =>
        key is null ? null : new ProviderPayment(key, amount, status.Text());
}
