using System.Net.Http.Headers;
using System.Text.Json;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Json;
using Payshift.Core.Webhooks;

namespace Payshift.Core.Verification;

/// <summary>
/// All that Payshift knows of one provider's API: which payment an event speaks of, where to ask for it, and how to read the
/// answer. Implementations make no calls and keep no state.
/// </summary>
internal abstract class PaymentVerifier
{
    /// <summary>The provider's name as in its route.</summary>
    public abstract string Provider { get; }

    /// <summary>Where calls go unless <see cref="ProviderOptions.ApiBaseUrl"/> says otherwise. Never anything out of a payload.</summary>
    public abstract Uri LiveApi { get; }

    /// <summary>Calls a second in the long run.</summary>
    public virtual int CallsPerSecond => 10;

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

    /// <summary>Puts the key where the provider wants it.</summary>
    public virtual void Authorize(HttpRequestMessage request, string apiKey) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);

    /// <summary>The call that gives an access token for the key; null where the key itself opens the API.</summary>
    public virtual HttpRequestMessage? TokenRequest(Uri api, string apiKey) => null;

    /// <returns>What is wrong with the settings beside a missing key.</returns>
    public virtual IEnumerable<string> Validate(ProviderOptions options) => [];

    protected static string Escape(string key) => Uri.EscapeDataString(key);

    /// <summary>Reads a list's payments; what is none is passed over.</summary>
    protected static IReadOnlyList<ProviderPayment> ReadAll(JsonElement list, Func<JsonElement, ProviderPayment?> read) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(read).OfType<ProviderPayment>()] : [];

    protected static int CountOf(JsonElement list) => list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    protected static ProviderPayment? Payment(string? key, Money? amount, JsonElement status) =>
        key is null ? null : new ProviderPayment(key, amount, status.Text());
}
