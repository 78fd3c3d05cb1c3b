using System.Net.Http.Headers;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;

namespace Payshift.Core.Verification;

/// <summary>
/// Everything that Payshift knows of one provider's API: which payment an event speaks of, where to ask for it, and how to read
/// the answer. Implementations make no calls and keep no state.
/// </summary>
internal abstract class PaymentVerifier
{
    /// <summary>The provider's name as in its route.</summary>
    public abstract string Provider { get; }

    /// <summary>The API's name, where a provider has several.</summary>
    public virtual string Api => Provider;

    /// <summary>Where calls go unless <see cref="ProviderOptions.ApiBaseUrl"/> says otherwise. Never anything out of a payload.</summary>
    public abstract Uri LiveApi { get; }

    /// <summary>Calls a second in the long run.</summary>
    public virtual int CallsPerSecond => 10;

    /// <summary>The setting that has the API's key.</summary>
    public virtual string KeySetting => nameof(ProviderOptions.ApiKey);

    /// <summary>Whether this API is the one that knows of such an event, where a provider has several.</summary>
    public virtual bool Covers(JsonElement body) => true;

    /// <summary>Whether a signature covers this event's body, or the body came from the API itself.</summary>
    public virtual bool IsBodyAuthentic(JsonElement body) => true;

    /// <returns>Null where the event says of no payment that it was made.</returns>
    public abstract PaymentClaim? ReadClaim(Webhook webhook, JsonElement body);

    /// <returns>List calls that are likely to show these payments with fewer calls than there are payments.</returns>
    public virtual IEnumerable<PaymentListing> Listings(IReadOnlyList<PaymentClaim> claims) => [];

    /// <summary>Reads an answer to one of <see cref="Listings"/>.</summary>
    /// <param name="cursor">What the page was asked for with.</param>
    public virtual PaymentPage ReadPage(JsonElement answer, string? cursor) => new([]);

    /// <summary>The path of the call that looks up one payment, its key escaped.</summary>
    public abstract string SinglePath(PaymentClaim claim);

    /// <returns>Null where the answer holds no payment.</returns>
    public abstract ProviderPayment? ReadSingle(JsonElement answer);

    /// <summary>Reads a payload, or an answer of the API.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public virtual JsonElement Parse(ReadOnlyMemory<byte> text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <returns>The key, null where none is set.</returns>
    public virtual string? Key(ProviderOptions options) => string.IsNullOrWhiteSpace(options.ApiKey) ? null : options.ApiKey;

    /// <summary>What the paths of calls are relative to.</summary>
    public virtual Uri Address(ProviderOptions options) => options.ApiBaseUrl ?? LiveApi;

    /// <summary>Puts the key where the provider wants it.</summary>
    public virtual void Authorize(HttpRequestMessage request, string apiKey) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);

    /// <summary>The call that gives an access token for the key; null where the key itself opens the API.</summary>
    public virtual HttpRequestMessage? TokenRequest(ProviderOptions options) => null;

    /// <summary>Reads the answer to <see cref="TokenRequest"/>.</summary>
    /// <returns>The token, and for how many seconds it is good.</returns>
    public virtual (string? Token, string? Seconds) ReadToken(JsonElement answer) =>
        (answer.Get("access_token").Text(), answer.Get("expires_in").Scalar());

    /// <returns>What is wrong with the settings beside a missing key.</returns>
    public virtual IEnumerable<string> Validate(ProviderOptions options) => [];

    /// <summary>HTTP's basic authentication, with a key that is two halves joined by a colon.</summary>
    protected static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));

    /// <returns>What is wrong with a key that has to be two halves joined by a colon.</returns>
    protected IEnumerable<string> ProblemsOfHalves(ProviderOptions options, string first, string second)
    {
        if (!Key(options)!.Contains(':', StringComparison.Ordinal))
        {
            yield return $"{ProviderSettings.SettingName(Provider, KeySetting)} has no colon. Set it to the {first} and the {second} joined by one.";
        }
    }

    protected static string Escape(string key) => Uri.EscapeDataString(key);

    /// <summary>Reads a list's payments; what is none is passed over.</summary>
    protected static IReadOnlyList<ProviderPayment> ReadAll(JsonElement list, Func<JsonElement, ProviderPayment?> read) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read).OfType<ProviderPayment>()] : [];

    protected static int CountOf(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    protected static ProviderPayment? Payment(string? key, Money? amount, JsonElement status) =>
        key is null ? null : new ProviderPayment(key, amount, status.Text());
}
