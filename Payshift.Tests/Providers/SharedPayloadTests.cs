using Payshift.Core.Providers.Braintree;

namespace Payshift.Tests.Providers;

/// <summary>Sample payloads that may lie beside the repository.</summary>
public sealed class SharedPayloadTests
{
    [SharedFilesFact]
    public void Every_sample_is_read_as_reviewed()
    {
        foreach (var provider in AllProviders.List)
        {
            foreach (var file in ProviderFiles.SharedPayloads(provider.Name))
            {
                var name = Path.GetFileNameWithoutExtension(file);
                Assert.True(ReviewedPayloads.Expected.TryGetValue(name, out var expected), $"{name} has not been reviewed.");
                Assert.Equal($"{name}: {expected}", $"{name}: {string.Join(" | ", provider.Extract(Delivery(file)).Select(Describe))}");
            }
        }
    }

    [SharedFilesFact]
    public void Every_sample_belongs_to_a_provider() => Assert.Equal(
        ProviderFiles.SharedPayloads("*").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
        ReviewedPayloads.Expected.Keys.Order(StringComparer.Ordinal));

    [SharedFilesFact]
    public void Decoded_documents_are_the_payloads_of_their_forms()
    {
        foreach (var file in ProviderFiles.SharedPayloads("braintree"))
        {
            var webhook = Assert.Single(new BraintreeProvider().Extract(Delivery(file)));
            Assert.Equal(File.ReadAllText(Path.ChangeExtension(file, ".xml")), System.Text.Encoding.UTF8.GetString(webhook.Payload.Span));
        }
    }

    private static WebhookDelivery Delivery(string file) => Deliveries.Of(
        File.ReadAllBytes(file), ("webhook-id", "msg_1"), ("webhook-timestamp", "1"), ("webhook-signature", "v1,x")) with
    {
        // What Mollie's API says of the payment that the form names.
        Fetched = Path.GetFileName(file) == "mollie-classic.form" ? FakeFetcher.Found(ReviewedPayloads.ClassicPayment).Body : (ReadOnlyMemory<byte>?)null,
    };

    private static string Describe(WebhookEvent webhook) =>
        $"{webhook.PaymentReference ?? "-"} {webhook.PaymentMethod ?? "-"} {webhook.Amount?.ToString() ?? "-"} {webhook.Priority} "
        + $"{webhook.EventTime?.ToString("yyyy-MM-ddTHH:mm:ssZ") ?? "-"} {webhook.State?.ToString() ?? "-"} "
        + $"{webhook.OrderReference ?? "-"} {webhook.CustomerReference ?? "-"}";
}
