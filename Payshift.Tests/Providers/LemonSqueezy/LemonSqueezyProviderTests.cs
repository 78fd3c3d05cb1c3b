using Payshift.Core.Providers.LemonSqueezy;

namespace Payshift.Tests.Providers.LemonSqueezy;

public sealed class LemonSqueezyProviderTests
{
    private static readonly LemonSqueezyProvider Provider = new();

    [Fact]
    public void Order_is_read()
    {
        var webhook = Deliveries.Read(Provider, """
            {"meta":{"event_name":"order_created"},"data":{"type":"orders","id":"7","attributes":{"identifier":"uuid-1","total":1199,
             "currency":"USD","status":"paid","created_at":"2026-09-21T12:00:00.000000Z","updated_at":"2026-09-21T13:00:00.000000Z"}}}
            """, ("X-Event-Name", "another_name"));

        Assert.StartsWith("order_created:sha256-", webhook.EventId, StringComparison.Ordinal);
        Assert.Equal("order_created", webhook.EventType);
        Assert.Equal("7", webhook.PaymentReference);
        Assert.Null(webhook.PaymentMethod);
        Assert.Equal(new Money(1199, "USD", 2), webhook.Amount);
        Assert.Equal(WebhookPriority.High, webhook.Priority);
        Assert.Equal(new DateTimeOffset(2026, 9, 21, 12, 0, 0, TimeSpan.Zero), webhook.EventTime);
    }

    [Theory]
    [InlineData("""{"type":"orders","id":"7"}""", "7")]
    [InlineData("""{"type":"orders","id":7}""", "7")]
    [InlineData("""{"id":"7"}""", "7")]
    [InlineData("""{"type":"subscriptions","id":"7"}""", "subscriptions:7")]
    [InlineData("""{"type":"orders","attributes":{"identifier":"uuid-1"}}""", "uuid-1")]
    [InlineData("[]", null)]
    public void Kinds_of_objects_are_kept_apart(string data, string? reference) =>
        Assert.Equal(reference, Read("any_event", data).PaymentReference);

    [Theory]
    [InlineData("order_refunded", """{"created_at":"2026-01-01","updated_at":"2026-01-03","refunded_at":"2026-01-02"}""", 2)]
    [InlineData("subscription_updated", """{"created_at":"2026-01-01","updated_at":"2026-01-03"}""", 3)]
    [InlineData("subscription_created", """{"created_at":"2026-01-01","updated_at":"2026-01-03"}""", 1)]
    [InlineData("order_refunded", """{"created_at":"2026-01-01"}""", 1)]
    public void Time_is_that_of_the_change(string type, string attributes, int day) => Assert.Equal(
        new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero), Read(type, $$"""{"attributes":{{attributes}}}""").EventTime);

    [Theory]
    [InlineData("order_created", "paid", WebhookPriority.High)]
    [InlineData("order_created", "pending", WebhookPriority.Normal)]
    [InlineData("order_refunded", "refunded", WebhookPriority.Normal)]
    [InlineData("subscription_payment_success", "paid", WebhookPriority.High)]
    [InlineData("subscription_payment_failed", "pending", WebhookPriority.Normal)]
    [InlineData("license_key_created", "active", WebhookPriority.Low)]
    public void Priority_follows_type_and_status(string type, string status, WebhookPriority priority) =>
        Assert.Equal(priority, Read(type, $$$"""{"attributes":{"status":"{{{status}}}"}}""").Priority);

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"data":{}}""", "meta.event_name")]
    [InlineData("""{"meta":{"event_name":7}}""", "meta.event_name")]
    public void Malformed_body_is_told_by_field(string body, string field) => Deliveries.AssertMalformed(Provider, body, field);

    private static WebhookEvent Read(string type, string data) =>
        Deliveries.Read(Provider, $$$"""{"meta":{"event_name":"{{{type}}}"},"data":{{{data}}}}""");
}
