using System.Buffers;
using System.Security.Cryptography;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Braintree;

/// <summary>
/// Braintree: a form of <c>bt_payload</c>, Base64 of an XML document, and <c>bt_signature</c>, pairs of a public key and
/// HMAC-SHA1 over the payload's text in hexadecimal, keyed with SHA-1 of the private key. A GET with <c>bt_challenge</c>
/// requests the signature of a text, which proves that the endpoint has the key.
/// </summary>
/// <seealso href="https://developer.paypal.com/braintree/docs/guides/webhooks/parse/dotnet"/>
public sealed class BraintreeProvider : IWebhookProvider
{
    private const int MinChallengeLength = 20;
    private const int MaxChallengeLength = 32;

    private static readonly SearchValues<char> ChallengeCharacters = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n");

    public string Name => "braintree";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromHours(1) };

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options))
        {
            yield return problem;
        }

        if (PublicKeys(options).Length == 0)
        {
            yield return $"{ProviderSettings.SettingName(Name, nameof(options.PublicKey))} is missing. Set it to the public key that belongs to the private key in Secrets.";
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        var payload = FormFields.Get(Encoding.UTF8.GetString(delivery.Body.Span), "bt_payload")
            ?? throw new MalformedDeliveryException("The field bt_payload is missing.");
        var bytes = new byte[payload.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(payload, bytes, out var length))
        {
            throw new MalformedDeliveryException("The field bt_payload is not Base64.");
        }

        var document = bytes.AsMemory(0, length);
        var notification = BraintreeNotification.Parse(document.Span);
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.OfBody(notification.Kind, document.Span),
                EventType = notification.Kind,
                PaymentReference = notification.Reference,
                PaymentMethod = notification.Method?.ToLowerInvariant(),
                Amount = notification.Amount,
                State = BraintreeState.Of(notification.Kind, notification.IsCredit),
                OrderReference = notification.Order,
                CustomerReference = notification.Customer,
                Priority = Priority(notification.Kind),
                EventTime = notification.Time,
                Payload = document,
            },
        ];
    }

    /// <inheritdoc/>
    public ProviderResponse? AnswerHandshake(string? queryString, ProviderOptions options)
    {
        if (FormFields.Get(queryString, "bt_challenge") is not { Length: >= MinChallengeLength and <= MaxChallengeLength } challenge
            || challenge.AsSpan().ContainsAnyExcept(ChallengeCharacters)
            || PublicKeys(options) is not [var publicKey, ..]
            || options.Secrets.FirstOrDefault(secret => !string.IsNullOrWhiteSpace(secret)) is not { } privateKey)
        {
            return null;
        }

        Span<byte> key = stackalloc byte[SHA1.HashSizeInBytes];
        DeriveKey(privateKey, key);
#pragma warning disable CA5350 // Braintree's own choice; as an HMAC it is not broken.
        var signature = Convert.ToHexStringLower(HMACSHA1.HashData(key, Encoding.ASCII.GetBytes(challenge)));
#pragma warning restore CA5350
        return ProviderResponse.Text($"{publicKey}|{signature}");
    }

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options)
    {
        var form = Encoding.UTF8.GetString(delivery.Body.Span);
        if (FormFields.Get(form, "bt_signature") is not { Length: > 0 and <= SignatureLimits.MaxHeaderLength } pairs
            || FormFields.Get(form, "bt_payload") is not { } payload
            || payload.AsSpan().ContainsAnyExcept(Base64Characters))
        {
            return SignatureResult.Missing;
        }

        // Anyone can have a challenge signed, but no notification is as short as a challenge.
        if (payload.Length <= MaxChallengeLength)
        {
            return SignatureResult.Mismatch;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha1);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        AddOurs(pairs, options, ref presented);

        // Some encoders of the form drop the last line break.
        using var content = SignedContent.Of([], payload, "\n");
        var matches = false;
        Span<byte> key = stackalloc byte[SHA1.HashSizeInBytes];
        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(options.Secrets[i]))
            {
                DeriveKey(options.Secrets[i], key);
                matches |= HmacSignature.Matches(HmacAlgorithm.Sha1, key, content.Span[..^1], presented)
                    | HmacSignature.Matches(HmacAlgorithm.Sha1, key, content.Span, presented);
            }
        }

        CryptographicOperations.ZeroMemory(key);
        return matches ? SignatureResult.Valid : SignatureResult.Mismatch;
    }

    // An account signs with each of its key pairs. Only pairs of the configured keys are checked.
    private static void AddOurs(string pairs, ProviderOptions options, ref PresentedSignatures presented)
    {
        var publicKeys = PublicKeys(options);
        foreach (var range in pairs.AsSpan().Split('&'))
        {
            var pair = pairs.AsSpan()[range];
            var bar = pair.IndexOf('|');
            if (bar > 0 && Contains(publicKeys, pair[..bar]))
            {
                presented.AddHex(pair[(bar + 1)..]);
            }
        }
    }

    private static bool Contains(string[] publicKeys, ReadOnlySpan<char> publicKey)
    {
        foreach (var known in publicKeys)
        {
            if (publicKey.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] PublicKeys(ProviderOptions options) =>
        options.PublicKey?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

#pragma warning disable CA5350 // Braintree's own choice.
    private static void DeriveKey(string privateKey, Span<byte> key) => SHA1.HashData(Encoding.UTF8.GetBytes(privateKey), key);
#pragma warning restore CA5350

    private static WebhookPriority Priority(string kind) => kind switch
    {
        "subscription_charged_successfully" or "transaction_settled" or "local_payment_completed" => WebhookPriority.High,
        "check" or "account_updater_daily_report" or "disbursement" => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
