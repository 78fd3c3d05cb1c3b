using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Payshift.Core.Hosting;
using Payshift.Core.Scaling;

namespace Payshift.Tests.Scaling;

public sealed class ScaleOutOptionsTests
{
    private const string Secret = "hunter2";

    [Fact]
    public void Scaling_out_is_off_and_needs_nothing_until_it_is_asked_for()
    {
        var options = Read([]);

        Assert.Equal(1, options.MaxInstances);
        Assert.Equal(TimeSpan.FromMinutes(5), options.Horizon);
    }

    [Theory]
    [InlineData("shop.azurewebsites.net", "https://shop.azurewebsites.net")]
    [InlineData("localhost:7071", "http://localhost:7071")]
    [InlineData("127.0.0.1:7071", "http://127.0.0.1:7071")]
    public void The_url_is_that_of_the_host_that_Azure_names(string host, string expected) =>
        Assert.Equal(expected, Read(new() { ["WEBSITE_HOSTNAME"] = host, ["Payshift:ScaleOut:MaxInstances"] = "2", ["Payshift:ScaleOut:Key"] = "k" }).Url);

    [Fact]
    public void A_configured_url_wins() => Assert.Equal("https://slot.example", Read(new()
    {
        ["WEBSITE_HOSTNAME"] = "shop.azurewebsites.net",
        ["Payshift:ScaleOut:Url"] = "https://slot.example",
    }).Url);

    [Theory]
    [InlineData("MaxInstances", "0", "Payshift__ScaleOut__MaxInstances must be between 1 and 200")]
    [InlineData("Horizon", "00:00:10", "Payshift__ScaleOut__Horizon must be between")]
    [InlineData("InstanceThroughput", "0", "Payshift__ScaleOut__InstanceThroughput must be between")]
    [InlineData("CallsPerInstance", "0", "Payshift__ScaleOut__CallsPerInstance must be between")]
    [InlineData("Url", "", "Payshift__ScaleOut__Url is missing")]
    [InlineData("Url", "shop.example", "Payshift__ScaleOut__Url must be this app's own URL")]
    [InlineData("Url", "http://shop.example", "Payshift__ScaleOut__Url must be this app's own URL")]
    [InlineData("Url", $"https://shop.example/?code={Secret}", "Payshift__ScaleOut__Url must be this app's own URL")]
    [InlineData("Url", $"https://user:{Secret}@shop.example", "Payshift__ScaleOut__Url must be this app's own URL")]
    [InlineData("Key", "", "Payshift__ScaleOut__Key is missing")]
    [InlineData("Key", $"{Secret}\n", "Payshift__ScaleOut__Key holds what no header can carry")]
    public void What_it_takes_is_asked_for_by_its_name(string setting, string value, string expected)
    {
        var exception = Assert.ThrowsAny<OptionsValidationException>(() => Read(new()
        {
            ["Payshift:ScaleOut:MaxInstances"] = "2",
            ["Payshift:ScaleOut:Url"] = "https://shop.example",
            ["Payshift:ScaleOut:Key"] = "key",
            [$"Payshift:ScaleOut:{setting}"] = value,
        }));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_Azure_would_cut_off_is_refused()
    {
        var exception = Assert.ThrowsAny<OptionsValidationException>(() => Read(new()
        {
            ["Payshift:ScaleOut:MaxInstances"] = "2",
            ["Payshift:ScaleOut:Url"] = "https://shop.example",
            ["Payshift:ScaleOut:Key"] = "key",
            ["Payshift:Processing:TimeBudget"] = "00:04:00",
        }));

        Assert.Contains("Payshift__Processing__TimeBudget (00:04:00) must be less than 00:03:50", exception.Message, StringComparison.Ordinal);
    }

    private static ScaleOutOptions Read(Dictionary<string, string?> settings)
    {
        settings["Payshift:Redis:ConnectionString"] = "localhost:6379";
        settings["Payshift:Tables:ConnectionString"] = "UseDevelopmentStorage=true";
        var services = new ServiceCollection().AddLogging();
        services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptions<ScaleOutOptions>>().Value;
    }
}
