using Payshift.Core.Providers.StandardWebhooks;
using Payshift.Core.Providers.Stripe;

namespace Payshift.Tests.Providers;

public sealed class ProviderSettingsTests
{
    public static TheoryData<IWebhookProvider> Providers => [.. AllProviders.List];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Empty_and_padded_secrets_are_named(IWebhookProvider provider)
    {
        var secret = AllProviders.SecretOf(provider);
        var problems = provider.Validate(AllProviders.Options(secret, " ", $"{secret}\n")).ToArray();

        Assert.Equal(2, problems.Length);
        Assert.StartsWith($"Payshift__Providers__{provider.Name}__Secrets__1 ", problems[0], StringComparison.Ordinal);
        Assert.StartsWith($"Payshift__Providers__{provider.Name}__Secrets__2 ", problems[1], StringComparison.Ordinal);
        Assert.DoesNotContain(secret, string.Concat(problems), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Tolerance_lies_between_nothing_and_a_day(IWebhookProvider provider)
    {
        Assert.Empty(With(TimeSpan.Zero));
        Assert.Empty(With(TimeSpan.FromDays(1)));
        Assert.Contains("TimestampTolerance", Assert.Single(With(TimeSpan.FromTicks(-1))), StringComparison.Ordinal);
        Assert.Contains("TimestampTolerance", Assert.Single(With(TimeSpan.FromDays(2))), StringComparison.Ordinal);

        IEnumerable<string> With(TimeSpan tolerance)
        {
            var options = AllProviders.Options(AllProviders.SecretOf(provider));
            options.TimestampTolerance = tolerance;
            return provider.Validate(options);
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Api_calls_are_encrypted(IWebhookProvider provider)
    {
        Assert.Empty(With("https://api.sandbox.example/"));
        Assert.Empty(With("http://127.0.0.1:5000/"));
        Assert.Contains("ApiBaseUrl", Assert.Single(With("http://api.example/")), StringComparison.Ordinal);
        Assert.Contains("ApiBaseUrl", Assert.Single(With("file:///etc/passwd")), StringComparison.Ordinal);

        IEnumerable<string> With(string url)
        {
            var options = AllProviders.Options(AllProviders.SecretOf(provider));
            options.ApiBaseUrl = new Uri(url);
            return provider.Validate(options);
        }
    }

    [Fact]
    public void Provider_with_an_api_key_and_no_secret_is_told_what_is_missing() => Assert.Contains(
        "Payshift__Providers__stripe__Secrets__0 is missing",
        Assert.Single(new StripeProvider().Validate(new ProviderOptions { ApiKey = "sk" })),
        StringComparison.Ordinal);

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
}
