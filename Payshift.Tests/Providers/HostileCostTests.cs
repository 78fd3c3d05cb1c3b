using System.Diagnostics;
using Payshift.Core.Providers.Signatures;
using Payshift.Tests.Fuzzing;

namespace Payshift.Tests.Providers;

/// <summary>The cost of a megabyte that a sender chooses, signed or not.</summary>
public sealed class HostileCostTests
{
    /// <summary>Far above what a genuine body of the size takes on a busy machine, far below what anything quadratic does.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public static TheoryData<string> Bodies => [.. HostileBodies.All.Keys];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_megabyte_costs_bounded_time(string kind)
    {
        var body = HostileBodies.All[kind]();
        foreach (var provider in AllProviders.List)
        {
            var delivery = SignedDeliveries.Of(provider, [], body) is { } signed && provider.Name != "braintree"
                ? new WebhookDelivery(signed.Headers, body)
                : Deliveries.Of(body);

            await Eventually.FastAsync(() => ReadAsync(provider, delivery, body), Limit, $"{provider.Name} reads {kind}");
        }
    }

    private static async Task<TimeSpan> ReadAsync(IWebhookProvider provider, WebhookDelivery delivery, byte[] body)
    {
        var began = Stopwatch.GetTimestamp();

        var result = await provider.VerifyAsync(
            delivery, AllProviders.Options(AllProviders.SecretOf(provider)), DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now), default);
        Read(provider, delivery);
        Read(provider, Deliveries.Of(body));

        Assert.NotEqual(SignatureResult.Valid, result);
        return Stopwatch.GetElapsedTime(began);
    }

    private static void Read(IWebhookProvider provider, WebhookDelivery delivery)
    {
        try
        {
            provider.Extract(delivery);
        }
        catch (Exception exception) when (exception is MalformedDeliveryException or JsonException)
        {
        }
    }
}
