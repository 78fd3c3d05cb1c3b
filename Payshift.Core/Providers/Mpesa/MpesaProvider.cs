using System.Net;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Mpesa;

/// <summary>
/// M-Pesa Express (Safaricom Daraja), which signs nothing. A callback is accepted only from an allowed address and at a URL
/// with a secret: the segment after the provider, or the query's <c>secret</c>. Its content still has to be confirmed with
/// Safaricom's API.
/// </summary>
/// <seealso href="https://developer.safaricom.co.ke/APIs/MpesaExpressSimulate"/>
public sealed class MpesaProvider : IWebhookProvider
{
    private const string Method = "mpesa";
    private const string Currency = "KES";
    private const int MinSecretLength = 16;

    /// <summary>The time zone of times, which have no offset: Nairobi, without daylight saving time.</summary>
    private static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    public string Name => "mpesa";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { Accepted = ProviderResponse.Json("""{"ResultCode":0,"ResultDesc":"Accepted"}""") };

    public IEnumerable<string> Validate(ProviderOptions options)
    {
        foreach (var problem in ProviderSettings.Problems(Name, options))
        {
            yield return problem;
        }

        for (var i = 0; i < options.Secrets.Count; i++)
        {
            if (options.Secrets[i]?.Trim() is { Length: > 0 and < MinSecretLength })
            {
                yield return $"{ProviderSettings.SecretName(Name, i)} can be guessed. It is all that keeps strangers out: make it {MinSecretLength} random letters and digits or more.";
            }
        }

        if (options.AllowedAddresses.Count == 0)
        {
            yield return $"{ProviderSettings.SettingName(Name, nameof(options.AllowedAddresses))}__0 is missing. Set it to the addresses that Safaricom publishes, or to 0.0.0.0/0 where a gateway before this one keeps others out.";
        }

        for (var i = 0; i < options.AllowedAddresses.Count; i++)
        {
            if (!TryParse(options.AllowedAddresses[i], out _))
            {
                yield return $"{ProviderSettings.SettingName(Name, nameof(options.AllowedAddresses))}__{i} is neither an address nor a network such as 203.0.113.0/24.";
            }
        }
    }

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(Verify(delivery, options));

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Body);
        var callback = document.RequiredObject().Get("Body").Get("stkCallback");
        if (callback.ValueKind != JsonValueKind.Object)
        {
            throw new MalformedDeliveryException("The field Body.stkCallback is missing or not an object.");
        }

        var id = callback.RequiredText("CheckoutRequestID");
        var result = callback.Get("ResultCode").Scalar()
            ?? throw new MalformedDeliveryException("The field ResultCode is missing.");
        var items = callback.Get("CallbackMetadata").Get("Item");
        return
        [
            new WebhookEvent
            {
                EventId = EventIds.Bounded(id),
                EventType = $"stkCallback.{result}",

                // A failed payment has no receipt.
                PaymentReference = Item(items, "MpesaReceiptNumber").Text() ?? id,
                PaymentMethod = Method,
                Amount = Money.FromMajor(Item(items, "Amount").Scalar(), Currency, CurrencyExponents.Iso4217),
                State = State(result),
                Priority = result == "0" ? WebhookPriority.High : WebhookPriority.Normal,
                EventTime = Item(items, "TransactionDate").Local("yyyyMMddHHmmss", Offset),
                Payload = delivery.Body,
            },
        ];
    }

    private static PaymentState State(string result) => result switch
    {
        "0" => PaymentState.Succeeded,
        "1019" => PaymentState.Expired,
        "1032" => PaymentState.Canceled,
        _ => PaymentState.Failed,
    };

    private static SignatureResult Verify(WebhookDelivery delivery, ProviderOptions options)
    {
        var secret = delivery.PathSecret is { Length: > 0 } segment ? segment : FormFields.Get(delivery.QueryString, "secret");
        if (secret is not { Length: > 0 and <= SignatureLimits.MaxHeaderLength } || delivery.RemoteAddress is not { } address)
        {
            return SignatureResult.Missing;
        }

        return IsAllowed(address, options) & SharedSecret.EqualsAny(options.Secrets, secret)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }

    private static bool IsAllowed(IPAddress address, ProviderOptions options)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        for (var i = 0; i < options.AllowedAddresses.Count; i++)
        {
            if (TryParse(options.AllowedAddresses[i], out var network) && network.Contains(plain))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryParse(string? text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    private static JsonElement Item(JsonElement items, string name) =>
        items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().FirstOrDefault(item => item.Get("Name").Text() == name).Get("Value")
            : default;
}
