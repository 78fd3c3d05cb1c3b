using Microsoft.Extensions.Time.Testing;
using Payshift.Core.Providers.Signatures;
using Payshift.Samples;

namespace Payshift.Tests.Samples;

/// <summary>The samples, as the host's providers read them.</summary>
public sealed class SamplesMeetProvidersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);

    public static TheoryData<string, string> EveryEvent => SampleProviderTests.EveryEvent();

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public async Task Event_is_verified_and_read(string name, string type)
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))[name];
        var sent = sample.Create(SampleAccounts.RequestOf(sample) with { EventType = type });
        var provider = SampleAccounts.ProviderOf(sample);
        var options = SampleAccounts.Options(sample);

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(sent));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(sample.Tamper(sent)));

        var read = Assert.Single(provider.Extract(SampleAccounts.Received(sent)));
        Assert.Equal((sent.EventType, sent.EventId, sent.PaymentReference), (read.EventType, read.EventId, read.PaymentReference));

        ValueTask<SignatureResult> VerifyAsync(SampleDelivery delivery) =>
            provider.VerifyAsync(SampleAccounts.Received(delivery), options, Now, CancellationToken.None);
    }

    [Theory]
    [InlineData("gocardless", "payments.confirmed", WebhookPriority.High)]
    [InlineData("lemonsqueezy", "order_created", WebhookPriority.High)]
    [InlineData("lemonsqueezy", "order_refunded", WebhookPriority.Normal)]
    [InlineData("mpesa", "stkCallback.0", WebhookPriority.High)]
    public void Priority_and_time_are_read_where_amount_or_method_is_not_told(string name, string type, WebhookPriority priority)
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))[name];
        var sent = sample.Create(SampleAccounts.RequestOf(sample) with { EventType = type, Time = Now.AddMinutes(-5) });
        var read = Assert.Single(SampleAccounts.ProviderOf(sample).Extract(SampleAccounts.Received(sent)));

        Assert.Equal((priority, Now.AddMinutes(-5)), (read.Priority, read.EventTime));
        Assert.True(sample.TellsTime(sent));
    }

    [Fact]
    public void A_payment_that_failed_at_mpesa_tells_no_time()
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))["mpesa"];
        var sent = sample.Create(SampleAccounts.RequestOf(sample) with { EventType = "stkCallback.1032" });

        Assert.Null(Assert.Single(SampleAccounts.ProviderOf(sample).Extract(SampleAccounts.Received(sent))).EventTime);
        Assert.False(sample.TellsTime(sent));
    }

    [Theory]
    [InlineData("stripe", "charge.succeeded", "card", WebhookPriority.High)]
    [InlineData("stripe", "payment_intent.payment_failed", "us_bank_account", WebhookPriority.Normal)]
    [InlineData("stripe", "payout.paid", "card", WebhookPriority.Low)]
    [InlineData("paystack", "charge.success", "mobile_money", WebhookPriority.High)]
    [InlineData("flutterwave-v3", "charge.completed", "ussd", WebhookPriority.High)]
    [InlineData("flutterwave-v4", "charge.completed", "mobile_money", WebhookPriority.High)]
    [InlineData("flutterwave-v4", "transfer.disburse", "bank", WebhookPriority.Low)]
    [InlineData("adyen", "AUTHORISATION", "visa", WebhookPriority.High)]
    [InlineData("adyen", "REFUND", "visa", WebhookPriority.Normal)]
    [InlineData("braintree", "transaction_settled", "credit_card", WebhookPriority.High)]
    [InlineData("checkout", "payment_captured", "card", WebhookPriority.High)]
    [InlineData("coinbase", "charge:confirmed", "ethereum", WebhookPriority.High)]
    [InlineData("mollie", "payment-link.paid", "ideal", WebhookPriority.High)]
    [InlineData("monnify", "SUCCESSFUL_TRANSACTION", "cash", WebhookPriority.High)]
    [InlineData("monnify", "SUCCESSFUL_REFUND", "cash", WebhookPriority.Normal)]
    [InlineData("paddle", "transaction.completed", "card", WebhookPriority.High)]
    [InlineData("paypal", "PAYMENT.CAPTURE.COMPLETED", "card", WebhookPriority.High)]
    [InlineData("razorpay", "payment.captured", "upi", WebhookPriority.High)]
    [InlineData("razorpay", "refund.processed", "upi", WebhookPriority.Normal)]
    [InlineData("square", "payment.updated", "card", WebhookPriority.High)]
    public void Amount_method_priority_and_time_are_read(string name, string type, string method, WebhookPriority priority)
    {
        var sample = new SampleCatalog(new FakeTimeProvider(Now), new Random(7))[name];
        var request = SampleAccounts.RequestOf(sample) with
        {
            EventType = type,
            Method = method,
            Amount = new Money(12_345, "USD", 2),
            Time = Now.AddMinutes(-5),
        };
        var read = Assert.Single(SampleAccounts.ProviderOf(sample).Extract(SampleAccounts.Received(sample.Create(request))));

        Assert.Equal(priority, read.Priority);
        Assert.Equal(request.Time, read.EventTime);
        if (!type.StartsWith("transfer", StringComparison.Ordinal) && !type.StartsWith("payout", StringComparison.Ordinal))
        {
            Assert.Equal((request.Amount, method), (read.Amount, read.PaymentMethod));
        }
    }
}
