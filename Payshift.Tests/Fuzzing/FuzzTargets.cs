using Payshift.Core.Providers.Braintree;
using Payshift.Core.Providers.PayPal;
using Payshift.Core.Providers.Signatures;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Fuzzing;

/// <summary>A target for every verifier and every extractor.</summary>
internal static class FuzzTargets
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now);

    public static IReadOnlyList<FuzzTarget> All { get; } = [.. AllProviders.List.SelectMany(Of), PayPalChangedByte()];

    private static IEnumerable<FuzzTarget> Of(IWebhookProvider provider)
    {
        yield return FuzzTarget.Create(
            $"{provider.Name}: verify what strangers send",
            2_000,
            HostileInputs.Deliveries,
            delivery => Assert.NotEqual(SignatureResult.Valid, Verify(provider, delivery)));

        yield return FuzzTarget.Create($"{provider.Name}: extract what strangers send", 5_000, HostileInputs.Deliveries, delivery => Read(provider, delivery));

        if (SignedDeliveries.Of(provider, [], []) is not null)
        {
            yield return FuzzTarget.Create($"{provider.Name}: verify one changed byte", 100, HostileInputs.ChangedBytes, bodies =>
            {
                Assert.Equal(SignatureResult.Valid, Verify(provider, SignedDeliveries.Of(provider, bodies.Body, bodies.Body)!));
                Assert.NotEqual(SignatureResult.Valid, Verify(provider, SignedDeliveries.Of(provider, bodies.Body, bodies.Changed)!));
            });
        }

        if (ChangedPayloads.Of(provider.Name) is { } changed)
        {
            yield return FuzzTarget.Create($"{provider.Name}: extract changed payloads", 2_000, changed, delivery => Read(provider, delivery));
        }

        if (provider is BraintreeProvider)
        {
            yield return FuzzTarget.Create($"{provider.Name}: extract torn documents", 5_000, ChangedPayloads.TornDocuments, delivery => Read(provider, delivery));
        }
    }

    // Fewer, because making an RSA signature takes a millisecond.
    private static FuzzTarget PayPalChangedByte()
    {
        var provider = new PayPalProvider(new FakeFetcher(_ => PayPalSigner.Serve(PayPalSigner.Leaf)), PayPalSigner.Roots);
        return FuzzTarget.Create($"{provider.Name}: verify one changed byte", 20, HostileInputs.ChangedBytes, bodies =>
        {
            Assert.Equal(SignatureResult.Valid, Verify(provider, PayPalSigner.Sign(bodies.Body, bodies.Body), PayPalSigner.WebhookId));
            Assert.NotEqual(SignatureResult.Valid, Verify(provider, PayPalSigner.Sign(bodies.Body, bodies.Changed), PayPalSigner.WebhookId));
        });
    }

    private static SignatureResult Verify(IWebhookProvider provider, WebhookDelivery delivery, string? webhookId = null)
    {
        var options = AllProviders.Options("", AllProviders.SecretOf(provider));
        options.WebhookId = webhookId ?? options.WebhookId;
        return provider.VerifyAsync(delivery, options, Now, default).AsTask().GetAwaiter().GetResult();
    }

    private static void Read(IWebhookProvider provider, WebhookDelivery delivery)
    {
        try
        {
            foreach (var webhook in provider.Extract(delivery))
            {
                Assert.InRange(webhook.EventId.Length, 1, 256);
                Assert.False(string.IsNullOrWhiteSpace(webhook.EventType));
                Assert.True(webhook.PaymentReference is not { Length: 0 });
                Assert.True(webhook.PaymentMethod is not { Length: 0 });
                Assert.True(!webhook.Payload.IsEmpty || delivery.Body.IsEmpty);
                _ = webhook.Amount?.ToString();
            }
        }
        catch (Exception exception) when (exception is MalformedDeliveryException or JsonException)
        {
            // The two that the receiver answers with 400.
        }
    }
}
