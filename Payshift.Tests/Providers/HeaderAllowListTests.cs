using Microsoft.Extensions.Primitives;
using Moq;

namespace Payshift.Tests.Providers;

public sealed class HeaderAllowListTests
{
    [Fact]
    public void A_provider_s_own_headers_come_first_then_content_type_and_user_agent()
    {
        var kept = Keep(
            ["x-event-id"],
            ("User-Agent", "Example/1.0"), ("Content-Type", "application/json"), ("X-Event-Id", "one"), ("X-Other", "not kept"));

        Assert.Equal("x-event-id: one\ncontent-type: application/json\nuser-agent: Example/1.0", kept.Text);
        Assert.Equal(["x-event-id", "content-type", "user-agent"], kept.ToDictionary().Keys);
        Assert.Equal("Example/1.0", kept.ToDictionary()["user-agent"]);
    }

    [Fact]
    public void What_a_delivery_lacks_is_left_out()
    {
        Assert.True(Keep(["x-event-id"]).IsEmpty);
        Assert.True(Keep(["x-event-id"], ("X-Event-Id", "  ")).IsEmpty);
        Assert.Empty(Keep([]).ToDictionary());
    }

    [Fact]
    public void Secrets_signatures_and_what_hosts_add_are_never_kept() => Assert.All(AllProviders.List, provider =>
    {
        string[] never =
        [
            "Authorization", "Proxy-Authorization", "Cookie", "x-functions-key", "verif-hash", "X-Forwarded-For", "X-ARR-LOG-ID", "X-MS-CLIENT-PRINCIPAL",
            "Client-IP", "Stripe-Signature", "x-paystack-signature", "HmacSignature", "PAYPAL-TRANSMISSION-SIG", "Webhook-Signature",
        ];
        var kept = HeaderAllowList.Of(Deliveries.Of("{}", [.. never.Select(name => (name, new StringValues("s3cret"))), ("Content-Type", "application/json")]), provider);
        Assert.Equal("content-type: application/json", kept.Text);
    });

    [Fact]
    public void No_provider_of_ours_names_a_header_that_may_not_be_kept() =>
        Assert.All(AllProviders.List, provider => Assert.Empty(HeaderAllowList.Problems(provider)));

    [Theory]
    [InlineData("authorization")]
    [InlineData("cookie")]
    [InlineData("x-functions-key")]
    [InlineData("x-forwarded-for")]
    [InlineData("x-arr-ssl")]
    [InlineData("x-ms-client-principal")]
    [InlineData("verif-hash")]
    [InlineData("x-api-key")]
    [InlineData("x-example-signature")]
    [InlineData("X-Example-Id")]
    [InlineData("x example")]
    [InlineData("")]
    public void A_name_that_may_not_be_kept_stops_the_start_with_what_to_do(string name)
    {
        var provider = Provider(["x-example-id", name]);
        var result = new ProvidersOptionsValidator([provider]).Validate(null, new ProvidersOptions { ["example"] = Deliveries.Options("secret") });

        Assert.Contains(name, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_cut_and_what_is_too_much_in_all_is_left_out()
    {
        var names = Enumerable.Range(0, 6).Select(number => $"x-{number}").ToArray();
        var kept = Keep(names, [.. names.Select(name => (name, new StringValues(new string('v', 10_000)))), ("User-Agent", "fits")]);

        Assert.Equal(["x-0", "x-1", "x-2", "user-agent"], kept.ToDictionary().Keys);
        Assert.Equal(HeaderAllowList.MaxValueLength, kept.ToDictionary()["x-0"].Length);
        Assert.InRange(kept.Text.Length, 1, HeaderAllowList.MaxLength);
    }

    [Fact]
    public void No_value_can_pass_for_another_header()
    {
        var kept = Keep(["x-event-id"], ("X-Event-Id", "one\r\nuser-agent: forged\u202e\u00e9"), ("User-Agent", "a: b"));

        Assert.Equal(["x-event-id", "user-agent"], kept.ToDictionary().Keys);
        Assert.Equal(("one??user-agent: forged??", "a: b"), (kept.ToDictionary()["x-event-id"], kept.ToDictionary()["user-agent"]));
    }

    [Fact]
    public void Several_values_of_one_name_are_kept_in_one()
    {
        var delivery = new WebhookDelivery(
            new Dictionary<string, StringValues> { ["x-event-id"] = new StringValues(["one", "two"]) }, "{}"u8.ToArray());
        Assert.Equal("x-event-id: one,two", HeaderAllowList.Of(delivery, Provider(["x-event-id"])).Text);
    }

    private static DeliveryHeaders Keep(string[] own, params (string Name, StringValues Value)[] headers) =>
        HeaderAllowList.Of(Deliveries.Of("{}", headers), Provider(own));

    private static IWebhookProvider Provider(string[] own)
    {
        var provider = new Mock<IWebhookProvider>();
        provider.Setup(it => it.Name).Returns("example");
        provider.Setup(it => it.KeptHeaders).Returns(own);
        provider.Setup(it => it.Validate(It.IsAny<ProviderOptions>())).Returns([]);
        return provider.Object;
    }
}
