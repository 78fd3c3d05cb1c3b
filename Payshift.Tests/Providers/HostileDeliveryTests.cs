using Payshift.Core.Providers.Signatures;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Tests.Providers;

public sealed class HostileDeliveryTests
{
    private static IReadOnlyList<IWebhookProvider> Providers => AllProviders.List;

    [Theory]
    [InlineData("stripe-signature", "t=1790000000,v1=", ",v1=")]
    [InlineData("webhook-signature", "v1,", " v1,")]
    [InlineData("x-paystack-signature", "", "")]
    [InlineData("flutterwave-signature", "", "")]
    [InlineData("verif-hash", "", "")]
    [InlineData("Cko-Signature", "", "")]
    [InlineData("monnify-signature", "", "")]
    [InlineData("Paddle-Signature", "ts=1790000000;h1=", ";h1=")]
    [InlineData("x-square-hmacsha256-signature", "", "")]
    [InlineData("HmacSignature", "", "")]
    [InlineData("X-Mollie-Signature", "sha256=", ",sha256=")]
    [InlineData("PAYPAL-TRANSMISSION-SIG", "", "")]
    public void Thousands_of_signatures_are_refused(string header, string start, string separator)
    {
        var value = start + string.Join(separator, Enumerable.Repeat(new string('a', 64), 5000));
        var delivery = Deliveries.Of("{}", (header, value), ("webhook-id", "msg_1"), ("webhook-timestamp", "1790000000"));

        Assert.All(Providers, provider => Assert.Equal(SignatureResult.Missing, Verify(provider, delivery)));
    }

    [Fact]
    public void Names_that_are_not_unicode_hide_only_themselves()
    {
        var webhook = Deliveries.Read(
            new StripeProvider(), """{"\ud800":1,"id":"evt_1","type":"charge.failed","data":{"object":{"id":"\ud800"}}}""");

        Assert.Equal("evt_1", webhook.EventId);
        Assert.Null(webhook.PaymentReference);
    }

    private static SignatureResult Verify(IWebhookProvider provider, WebhookDelivery delivery) =>
        provider.VerifyAsync(delivery, AllProviders.Options("", AllProviders.SecretOf(provider)), DateTimeOffset.FromUnixTimeSeconds(SignedDeliveries.Now), default).AsTask().GetAwaiter().GetResult();
}
