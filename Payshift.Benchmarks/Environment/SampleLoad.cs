using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Payshift.Core.Providers;
using Payshift.Core.Providers.Stripe;
using Payshift.Core.Receiving;
using Payshift.Core.Webhooks;
using Payshift.Samples;

namespace Payshift.Benchmarks.Environment;

/// <summary>Makes many distinct events ahead of a measurement.</summary>
internal static class SampleLoad
{
    public const string StripeSecret = "whsec_benchmarkbenchmarkbenchmark";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] Methods = ["card", "sepa_debit", "klarna", "us_bank_account"];

    /// <returns>Signed Stripe charges of about 4 KB.</returns>
    public static IReadOnlyList<SampleDelivery> StripeDeliveries(int count, int seed)
    {
        var sample = new StripeSample(TimeProvider.System, new Random(seed));
        return [.. Enumerable.Range(0, count).Select(number => sample.Create(new SampleRequest
        {
            Secret = StripeSecret,
            EventType = "charge.succeeded",
            Method = Methods[number % Methods.Length],
        }))];
    }

    /// <returns>Stripe charges of about 5 KB, indented as Stripe sends them; the signature is not of them.</returns>
    public static IReadOnlyList<SampleDelivery> IndentedStripeDeliveries(int count, int seed) =>
    [
        .. from delivery in StripeDeliveries(count, seed)
           select delivery with { Body = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(delivery.Body), Indented) },
    ];

    /// <returns>Both events that tell of each payment, as Stripe sends them: the intent's and the charge's, of the same order and customer.</returns>
    public static IEnumerable<Webhook> Payments(int events, int seed)
    {
        var sample = new StripeSample(TimeProvider.System, new Random(seed));
        var provider = new StripeProvider();
        for (var payment = 0; payment < events / 2; payment++)
        {
            var (charge, intent) = (Create("charge.succeeded", $"pi_{seed}_{payment}"), Create("payment_intent.succeeded", $"pi_{seed}_{payment}"));
            yield return charge;
            yield return intent with { OrderReference = charge.OrderReference, CustomerReference = charge.CustomerReference };
        }

        Webhook Create(string type, string reference) => Extract(
            provider, [sample.Create(new SampleRequest { Secret = StripeSecret, EventType = type, Reference = reference })]).Single();
    }

    /// <returns>The webhooks that a receiver makes of deliveries.</returns>
    public static IEnumerable<Webhook> Extract(IWebhookProvider provider, IEnumerable<SampleDelivery> deliveries) =>
        from delivery in deliveries
        let request = new WebhookDelivery(HeadersOf(delivery), delivery.Body)
        from found in provider.Extract(request)
        select WebhookFactory.Create(provider.Name, found, DateTimeOffset.UtcNow, RandomTrace(), HeaderAllowList.Of(request, provider));

    private static Dictionary<string, StringValues> HeadersOf(SampleDelivery delivery) =>
        new(delivery.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value))), StringComparer.OrdinalIgnoreCase)
        {
            ["User-Agent"] = "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        };

    private static ActivityContext RandomTrace() =>
        new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
}
