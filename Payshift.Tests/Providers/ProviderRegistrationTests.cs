using Microsoft.Extensions.Configuration;
using Payshift.Core.Hosting;

namespace Payshift.Tests.Providers;

public sealed class ProviderRegistrationTests
{
    [Fact]
    public async Task Every_provider_is_registered_under_its_own_name()
    {
        await using var services = Build([]);

        var names = services.GetServices<IWebhookProvider>().Select(provider => provider.Name).ToArray();

        Assert.Equal(AllProviders.List.Select(provider => provider.Name).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.True(name.All(char.IsAsciiLetterLower), name));
    }

    [Theory]
    [InlineData("paypal:WebhookId", "WH-1", "paypal")]
    [InlineData("mollie:ApiKey", "live_key", "mollie")]
    [InlineData("stripe:Secrets:0", "whsec_1", "stripe")]
    public async Task Provider_is_on_when_it_has_what_its_scheme_needs(string setting, string value, string provider)
    {
        await using var services = Build(new() { [$"Payshift:Providers:{setting}"] = value });

        services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();

        Assert.Equal([provider], Enabled(services));
    }

    [Fact]
    public async Task Every_setting_of_a_provider_is_read()
    {
        await using var services = Build(new()
        {
            ["Payshift:Providers:paypal:WebhookId"] = "WH-1",
            ["Payshift:Providers:paypal:ApiKey"] = "id:key",
            ["Payshift:Providers:paypal:ApiBaseUrl"] = "https://api-m.sandbox.paypal.com/",
            ["Payshift:Providers:paypal:SignatureCheck"] = "Api",
            ["Payshift:Providers:mpesa:Secrets:0"] = "kQ7wZr2mVt9xYb4nLc8d",
            ["Payshift:Providers:mpesa:AllowedAddresses:0"] = "192.0.2.0/24",
            ["Payshift:Providers:square:Secrets:0"] = "key",
            ["Payshift:Providers:square:NotificationUrl"] = AllProviders.NotificationUrl,
            ["Payshift:Providers:braintree:Secrets:0"] = "private",
            ["Payshift:Providers:braintree:PublicKey"] = "public",
        });
        services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
        var registry = services.GetRequiredService<ProviderRegistry>();

        Assert.Equal(["braintree", "mpesa", "paypal", "square"], Enabled(services));
        Assert.True(registry.TryGet("paypal", out _, out var paypal));
        Assert.Equal(
            ("WH-1", "id:key", "https://api-m.sandbox.paypal.com/", SignatureCheck.Api),
            (paypal.WebhookId, paypal.ApiKey, paypal.ApiBaseUrl!.AbsoluteUri, paypal.SignatureCheck));
    }

    private static IEnumerable<string> Enabled(IServiceProvider services) =>
        from provider in services.GetServices<IWebhookProvider>()
        where services.GetRequiredService<ProviderRegistry>().TryGet(provider.Name, out _, out _)
        orderby provider.Name
        select provider.Name;

    private static ServiceProvider Build(Dictionary<string, string?> settings)
    {
        settings["Payshift:Redis:ConnectionString"] = "localhost:6379";
        settings["Payshift:Tables:ConnectionString"] = "UseDevelopmentStorage=true";
        var services = new ServiceCollection().AddLogging();
        services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }
}
