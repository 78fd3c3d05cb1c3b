using System.Buffers;
using System.Net.Http.Headers;
using Payshift.Core.Providers.Http;
using Payshift.Core.Providers.Json;
using Payshift.Core.Providers.Signatures;

namespace Payshift.Core.Providers.Mollie;

/// <summary>
/// Mollie, with both kinds of its webhooks on one route. Next-gen webhooks are signed: <c>X-Mollie-Signature: sha256=…</c>,
/// HMAC-SHA256 over the body in hexadecimal, twice while a secret is replaced. Classic ones are a form with only a payment's
/// id. Their payment is read from Mollie's API, which requires an <see cref="ProviderOptions.ApiKey"/>.
/// </summary>
/// <seealso href="https://docs.mollie.com/reference/webhooks-new"/>
/// <seealso href="https://docs.mollie.com/reference/webhooks"/>
public sealed class MollieProvider(IProviderFetcher fetcher) : IWebhookProvider
{
    private const string SignatureHeader = "X-Mollie-Signature";
    private const string SignaturePrefix = "sha256=";
    private const string PaymentPrefix = "tr_";
    private const int MaxClassicBodyLength = 256;
    private const int MaxPaymentIdLength = 64;

    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly Uri LiveApi = new("https://api.mollie.com/");

    public string Name => "mollie";

    /// <inheritdoc/>
    public ProviderResponses Responses { get; } = new() { RetryAfter = TimeSpan.FromMinutes(1) };

    public IEnumerable<string> Validate(ProviderOptions options) =>
        ProviderSettings.Problems(Name, options, secretRequired: string.IsNullOrWhiteSpace(options.ApiKey));

    public ValueTask<SignatureResult> VerifyAsync(
        WebhookDelivery delivery, ProviderOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A signature marks a next-gen webhook, for which no weaker check is accepted.
        if (delivery.Header(SignatureHeader).Count > 0)
        {
            return new(VerifySignature(delivery, options));
        }

        return PaymentId(delivery.Body.Span) is { } id && !string.IsNullOrWhiteSpace(options.ApiKey)
            ? new(FetchAsync(delivery, id, options, cancellationToken))
            : new(SignatureResult.Missing);
    }

    /// <inheritdoc/>
    public IReadOnlyList<WebhookEvent> Extract(WebhookDelivery delivery)
    {
        using var document = JsonDocument.Parse(delivery.Fetched ?? delivery.Body);
        var body = document.RequiredObject();
        return [delivery.Fetched is { } fetched ? ReadPayment(body, fetched) : ReadEvent(body, delivery.Body)];
    }

    private static SignatureResult VerifySignature(WebhookDelivery delivery, ProviderOptions options)
    {
        var header = delivery.Header(SignatureHeader).ToString();
        if (header.Length is 0 or > SignatureLimits.MaxHeaderLength)
        {
            return SignatureResult.Missing;
        }

        var length = HmacSignature.DigestLength(HmacAlgorithm.Sha256);
        var presented = new PresentedSignatures(stackalloc byte[PresentedSignatures.BufferLength(length)], length);
        foreach (var range in header.AsSpan().Split(','))
        {
            var item = header.AsSpan()[range].Trim();
            presented.AddHex(item.StartsWith(SignaturePrefix) ? item[SignaturePrefix.Length..] : item);
        }

        return HmacSignature.MatchesAny(HmacAlgorithm.Sha256, options.Secrets, delivery.Body.Span, presented)
            ? SignatureResult.Valid
            : SignatureResult.Mismatch;
    }

    private async Task<SignatureResult> FetchAsync(
        WebhookDelivery delivery, string id, ProviderOptions options, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.ApiBaseUrl ?? LiveApi, $"v2/payments/{id}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        var payment = await fetcher.FetchAsync(request, cancellationToken);
        if (payment.IsAbsent)
        {
            return SignatureResult.UnknownPayment;
        }

        if (!payment.IsFound || !IsPayment(payment.Body, id))
        {
            return SignatureResult.Undecided;
        }

        delivery.Fetched = payment.Body;
        return SignatureResult.Valid;
    }

    /// <summary>Whether the id is safe as part of a URL: letters, digits and nothing with a meaning there.</summary>
    private static string? PaymentId(ReadOnlySpan<byte> body) =>
        body.Length <= MaxClassicBodyLength
        && FormFields.Get(Encoding.UTF8.GetString(body), "id") is { Length: > 3 and <= MaxPaymentIdLength } id
        && id.StartsWith(PaymentPrefix, StringComparison.Ordinal)
        && !id.AsSpan(PaymentPrefix.Length).ContainsAnyExcept(LettersAndDigits)
            ? id
            : null;

    private static bool IsPayment(ReadOnlyMemory<byte> body, string id)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Get("id").Text() == id;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static WebhookEvent ReadEvent(JsonElement body, ReadOnlyMemory<byte> payload)
    {
        var type = body.RequiredText("type");
        var entity = body.Get("_embedded").Get("entity");
        return new WebhookEvent
        {
            EventId = EventIds.Bounded(body.RequiredText("id")),
            EventType = type,

            // A refund refers to its payment.
            PaymentReference = entity.Get("paymentId").Text() ?? body.Get("entityId").Text() ?? entity.Get("id").Text(),
            PaymentMethod = entity.Get("method").Text()?.ToLowerInvariant(),
            Amount = Amount(entity),
            State = MollieState.Of(type, entity),
            OrderReference = Order(entity),
            CustomerReference = Customer(entity),
            Priority = Priority(type),
            EventTime = body.Get("createdAt").Iso(),
            Payload = payload,
        };
    }

    // A payment has no events of its own. Its state serves as one: the status, and the amount refunded, which leaves the status as it is.
    private static WebhookEvent ReadPayment(JsonElement payment, ReadOnlyMemory<byte> payload)
    {
        var id = payment.RequiredText("id");
        var type = $"payment.{payment.RequiredText("status")}";
        var refunded = payment.Get("amountRefunded").Get("value").Scalar();
        var chargedBack = payment.Get("amountChargedBack").Get("value").Scalar();
        return new WebhookEvent
        {
            EventId = EventIds.Of(type, id, refunded, chargedBack),
            EventType = type,
            PaymentReference = id,
            PaymentMethod = payment.Get("method").Text()?.ToLowerInvariant(),
            Amount = Amount(payment),
            State = MollieState.Of(type, payment),
            OrderReference = Order(payment),
            CustomerReference = Customer(payment),
            Priority = Priority(type),

            // The payment does not state the time of a refund.
            EventTime = MollieState.IsSome(payment.Get("amountRefunded")) || MollieState.IsSome(payment.Get("amountChargedBack")) ? null : StatusTime(payment),
            Payload = payload,
        };
    }

    private static string? Order(JsonElement entity) => MerchantFields.Order(entity.Get("metadata")) ?? entity.Get("orderId").Text();

    private static string? Customer(JsonElement entity) => MerchantFields.Customer(entity.Get("metadata")) ?? entity.Get("customerId").Text();

    private static DateTimeOffset? StatusTime(JsonElement payment) =>
        payment.Get("paidAt").Iso() ?? payment.Get("failedAt").Iso() ?? payment.Get("canceledAt").Iso() ?? payment.Get("expiredAt").Iso()
        ?? payment.Get("authorizedAt").Iso() ?? payment.Get("createdAt").Iso();

    private static Money? Amount(JsonElement entity) => Money.FromMajor(
        entity.Get("amount").Get("value").Scalar(), entity.Get("amount").Get("currency").Text(), CurrencyExponents.Iso4217);

    private static WebhookPriority Priority(string type) => type switch
    {
        "payment.paid" or "payment-link.paid" => WebhookPriority.High,
        "balance-transaction.created" => WebhookPriority.Low,
        _ when type.StartsWith("payout.", StringComparison.Ordinal) => WebhookPriority.Low,
        _ => WebhookPriority.Normal,
    };
}
