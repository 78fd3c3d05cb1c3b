using Payshift.Core.Providers;

namespace Payshift.Tests.Providers;

public sealed class ProviderSettingsTests
{
    public static TheoryData<IWebhookProvider> Providers =>
        [new StripeProvider(), new PaystackProvider(), new FlutterwaveProvider(), new StandardWebhooksProvider()];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Empty_and_padded_secrets_are_named(IWebhookProvider provider)
    {
        var problems = provider.Validate(Deliveries.Options("c2VjcmV0", " ", "c2VjcmV0\n")).ToArray();

        Assert.Equal(2, problems.Length);
        Assert.StartsWith($"Payshift__Providers__{provider.Name}__Secrets__1 ", problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"Payshift__Providers__{provider.Name}__Secrets__2 ", problems[1], StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", string.Concat(problems), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Tolerance_lies_between_nothing_and_a_day(IWebhookProvider provider)
    {
        Assert.Empty(provider.Validate(With(TimeSpan.Zero)));
        Assert.Empty(provider.Validate(With(TimeSpan.FromDays(1))));
        Assert.Contains("TimestampTolerance", Assert.Single(provider.Validate(With(TimeSpan.FromTicks(-1)))), StringComparison.Ordinal);
        Assert.Contains("TimestampTolerance", Assert.Single(provider.Validate(With(TimeSpan.FromDays(2)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whsec_not base64!")]
    [InlineData("whsec_")]
    [InlineData("whpk_c2hvcnQ=")]
    [InlineData("whpk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("whsk_c2VjcmV0")]
    public void Standard_webhooks_secrets_must_decode(string secret)
    {
        var problem = Assert.Single(new StandardWebhooksProvider().Validate(Deliveries.Options(secret)));

        Assert.Contains("Payshift__Providers__standardwebhooks__Secrets__0", problem, StringComparison.Ordinal);
    }

    private static ProviderOptions With(TimeSpan tolerance) => new() { Secrets = ["c2VjcmV0"], TimestampTolerance = tolerance };
}
