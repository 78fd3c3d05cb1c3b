using System.Diagnostics;
using Payshift.Core.Providers.Braintree;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Fuzzing;

/// <summary>The time that a provider takes for a hostile megabyte, relative to a plain one in the same run.</summary>
internal static class HostileCosts
{
    /// <summary>No input may take more than this many times what a plain one takes.</summary>
    public const double Limit = 50;

    private const int Rounds = 3;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now);

    /// <returns>The dearest body for each provider.</returns>
    public static IEnumerable<(string Provider, string Kind, double Ratio)> Measure()
    {
        var bodies = HostileBodies.All.Select(body => (body.Key, Body: body.Value())).ToArray();
        foreach (var provider in AllProviders.List)
        {
            var isForm = provider is BraintreeProvider;
            var plain = Time(provider, isForm ? Deliveries.Of(HostileBodies.PlainForm()) : Signed(provider, HostileBodies.Plain()));
            var (kind, time) = bodies
                .Select(body => (body.Key, Time: Time(provider, isForm ? Deliveries.Of(body.Body) : Signed(provider, body.Body))))
                .MaxBy(body => body.Time);
            yield return (provider.Name, kind, time / plain);
        }
    }

    // Signed where it can be: only then is everything read.
    private static WebhookDelivery Signed(IWebhookProvider provider, byte[] body) =>
        provider.Name != "adyen" && SignedDeliveries.Of(provider, body, body) is { } signed ? signed : Deliveries.Of(body);

    /// <summary>The best of several rounds, so that what else the machine does falls out.</summary>
    private static TimeSpan Time(IWebhookProvider provider, WebhookDelivery delivery)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            provider.VerifyAsync(delivery, AllProviders.Options(AllProviders.SecretOf(provider)), Now, default).AsTask().GetAwaiter().GetResult();
            Read(provider, delivery);
            var spent = Stopwatch.GetElapsedTime(started);
            best = spent < best ? spent : best;
        }

        return best;
    }

    private static void Read(IWebhookProvider provider, WebhookDelivery delivery)
    {
        try
        {
            provider.Extract(delivery);
        }
        catch (Exception exception) when (exception is MalformedDeliveryException or JsonException)
        {
            // The two that the receiver answers with 400.
        }
    }
}
