using Payshift.Core.Providers.Signatures;
using Payshift.Tests.Providers;

namespace Payshift.Tests.Docs;

/// <summary>The class that <c>docs/adding-a-provider.md</c> shows: it compiles and does what the page says.</summary>
public sealed class AddingAProviderTests
{
    private const string Secret = "example-secret";
    private const string Body =
        """{"id":"evt_1","type":"payment.paid","created":1790000000,"payment":{"id":"pay_1","method":"CARD","amount":1050,"currency":"EUR","customer":"c-1","metadata":{"order_id":"ORD-1"}}}""";

    private static readonly ExampleProvider Provider = new();
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_790_000_000);

    [Fact]
    public void The_page_shows_the_class_as_it_is()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "Payshift.Tests", "Docs", "ExampleProvider.cs"))
            .Replace("namespace Payshift.Tests.Docs;", "namespace Payshift.Core.Providers.Example;", StringComparison.Ordinal)
            .Replace("using Payshift.Core.Providers;\n", "", StringComparison.Ordinal);

        Assert.Contains($"```csharp\n{source}```", File.ReadAllText(Path.Combine(Repository.Root, "docs", "adding-a-provider.md")), StringComparison.Ordinal);
        Assert.InRange(source.Split('\n').Length, 1, 99);
    }

    [Fact]
    public async Task Its_signature_is_checked()
    {
        var delivery = Sign(Body);

        Assert.Equal(SignatureResult.Valid, await VerifyAsync(delivery, Now));
        Assert.Equal(SignatureResult.OutsideTimeWindow, await VerifyAsync(delivery, Now.AddMinutes(6)));
        Assert.Equal(SignatureResult.Mismatch, await VerifyAsync(Sign(Body) with { Body = "{}"u8.ToArray() }, Now));
        Assert.Equal(SignatureResult.Missing, await VerifyAsync(Deliveries.Of(Body), Now));
        Assert.Equal(SignatureResult.Missing, await VerifyAsync(Deliveries.Of(Body, ("X-Example-Signature", "v1=00")), Now));
    }

    [Fact]
    public void Its_event_is_read()
    {
        var webhook = Deliveries.Read(Provider, Body);

        Assert.Equal(("evt_1", "payment.paid", "pay_1", "card"), (webhook.EventId, webhook.EventType, webhook.PaymentReference, webhook.PaymentMethod));
        Assert.Equal((new Money(1050, "EUR", 2), WebhookPriority.High, Now), (webhook.Amount, webhook.Priority, webhook.EventTime));
        Assert.Equal((PaymentState.Succeeded, "ORD-1", "c-1"), (webhook.State, webhook.OrderReference, webhook.CustomerReference));
        Deliveries.AssertMalformed(Provider, """{"type":"payment.paid"}""", "id");
    }

    [Fact]
    public void Its_settings_are_judged() => Assert.Contains(
        "Payshift__Providers__example__Secrets__0 is missing", Assert.Single(Provider.Validate(new ProviderOptions())), StringComparison.Ordinal);

    // The scheme is Stripe's under another name.
    private static WebhookDelivery Sign(string body)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        return Deliveries.Of(bytes, ("X-Example-Signature", Deliveries.StripeHeader(bytes, Secret, Now.ToUnixTimeSeconds())));
    }

    private static async Task<SignatureResult> VerifyAsync(WebhookDelivery delivery, DateTimeOffset now) =>
        await Provider.VerifyAsync(delivery, Deliveries.Options(Secret), now, default);
}
