using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;
using Payshift.Cli.Sending;
using Payshift.Core.Providers;
using Payshift.Core.Webhooks;

namespace Payshift.Tests.Cli.Sending;

/// <summary>What the samples say is what the host's providers read.</summary>
public sealed class SamplesMeetProvidersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    private static readonly IWebhookProvider[] Providers =
        [new StripeProvider(), new PaystackProvider(), new FlutterwaveProvider(), new StandardWebhooksProvider()];

    public static TheoryData<string, string> EveryEvent => SampleProviderTests.EveryEvent();

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public async Task Event_is_verified_and_read(string name, string type)
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))[name];
        var sent = sample.Create(new SampleRequest { Secret = Signatures.SecretOf(sample.Provider), EventType = type });
        var provider = Providers.Single(candidate => candidate.Name == sent.Provider);
        var options = new ProviderOptions { Secrets = { Signatures.SecretOf(sent.Provider) } };

        Assert.Equal(SignatureVerdict.Valid, await VerifyAsync(sent));
        Assert.Equal(SignatureVerdict.Mismatch, await VerifyAsync(sample.Tamper(sent)));

        var read = Assert.Single(provider.Extract(Delivery(sent)));
        Assert.Equal((sent.EventType, sent.EventId, sent.PaymentReference), (read.EventType, read.EventId, read.PaymentReference));

        ValueTask<SignatureVerdict> VerifyAsync(SampleDelivery delivery) =>
            provider.VerifyAsync(Delivery(delivery), options, Now, CancellationToken.None);
    }

    [Theory]
    [InlineData("stripe", "charge.succeeded", "card", WebhookPriority.High)]
    [InlineData("stripe", "payment_intent.payment_failed", "us_bank_account", WebhookPriority.Normal)]
    [InlineData("stripe", "payout.paid", "card", WebhookPriority.Low)]
    [InlineData("paystack", "charge.success", "mobile_money", WebhookPriority.High)]
    [InlineData("flutterwave-v3", "charge.completed", "ussd", WebhookPriority.High)]
    [InlineData("flutterwave-v4", "charge.completed", "mobile_money", WebhookPriority.High)]
    [InlineData("flutterwave-v4", "transfer.disburse", "bank", WebhookPriority.Low)]
    public void Amount_method_priority_and_time_are_read(string name, string type, string method, WebhookPriority priority)
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))[name];
        var request = new SampleRequest
        {
            Secret = Signatures.SecretOf(sample.Provider),
            EventType = type,
            Method = method,
            Amount = new Money(12_345, "USD", 2),
            Time = Now.AddMinutes(-5),
        };
        var read = Assert.Single(Providers.Single(provider => provider.Name == sample.Provider).Extract(Delivery(sample.Create(request))));

        Assert.Equal(priority, read.Priority);
        Assert.Equal(request.Time, read.EventTime);
        if (!type.StartsWith("transfer", StringComparison.Ordinal) && !type.StartsWith("payout", StringComparison.Ordinal))
        {
            Assert.Equal((request.Amount, method), (read.Amount, read.PaymentMethod));
        }
    }

    private static WebhookDelivery Delivery(SampleDelivery sent) => new(
        sent.Headers.ToDictionary(header => header.Key, header => new StringValues(header.Value), StringComparer.OrdinalIgnoreCase), sent.Body);
}
