using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using Payshift.Core.Hosting;
using Payshift.Core.Verification;

namespace Payshift.Tests.Verification;

public sealed class VerificationSettingsTests
{
    [Theory]
    [InlineData("stripe", null, "Payshift__Providers__stripe__ApiKey is missing")]
    [InlineData("flutterwave", null, "Payshift__Providers__flutterwave__ApiKey and Payshift__Providers__flutterwave__ApiKeyV4 are missing")]
    [InlineData("razorpay", "hunter2", "Payshift__Providers__razorpay__ApiKey has no colon")]
    [InlineData("monnify", "hunter2", "Payshift__Providers__monnify__ApiKey has no colon")]
    [InlineData("braintree", "hunter2", "Payshift__Providers__braintree__ApiKey has no colon")]
    [InlineData("braintree", "key:hunter2", "Payshift__Providers__braintree__MerchantId is missing")]
    [InlineData("standardwebhooks", "hunter2", "Payshift__Providers__standardwebhooks__Verification is Required, but Payshift cannot ask")]
    [InlineData("adyen", "hunter2", "Payshift__Providers__adyen__Verification is Required, but Payshift cannot ask the API of adyen")]
    [InlineData("mpesa", "hunter2", "Payshift__Providers__mpesa__Verification is Required, but Payshift cannot ask the API of mpesa")]
    public void A_verification_that_cannot_be_done_is_refused_at_start(string provider, string? apiKey, string expected)
    {
        using var services = Build(provider, apiKey, "Required");

        var exception = Assert.ThrowsAny<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_the_later_version_is_read_as_two_halves_too()
    {
        using var services = Build("flutterwave", null, "Required", version4Key: "hunter2");

        var exception = Assert.ThrowsAny<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());
        Assert.Contains("Payshift__Providers__flutterwave__ApiKeyV4 has no colon", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("flutterwave", null, null, 5000)]
    [InlineData("flutterwave", "key", null, null)]
    [InlineData("flutterwave", null, "None", null)]
    [InlineData("mpesa", null, null, 5001)]
    [InlineData("mpesa", null, "None", null)]
    [InlineData("stripe", null, null, null)]
    public async Task What_nothing_vouches_for_is_said_at_start(string provider, string? apiKey, string? mode, int? expected)
    {
        var events = new List<int>();
        var logger = new Mock<ILogger<VerificationWarning>>();
        logger.Setup(it => it.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        logger
            .Setup(it => it.Log(LogLevel.Warning, It.IsAny<EventId>(), It.IsAny<It.IsAnyType>(), It.IsAny<Exception?>(), It.IsAny<Func<It.IsAnyType, Exception?, string>>()))
            .Callback((IInvocation call) => events.Add(((EventId)call.Arguments[1]).Id));
        await using var services = Build(provider, apiKey, mode, collection => collection.AddSingleton(logger.Object));

        await services.GetServices<IHostedService>().OfType<VerificationWarning>().Single().StartAsync(default);

        Assert.Equal(expected is { } id ? [id] : [], events);
    }

    private static ServiceProvider Build(string provider, string? apiKey, string? mode, Action<IServiceCollection>? configure = null, string? version4Key = null)
    {
        var values = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = "localhost:6379",
            ["Payshift:Tables:ConnectionString"] = "UseDevelopmentStorage=true",
            [$"Payshift:Providers:{provider}:Secrets:0"] = "00112233445566778899aabbccddeeff",
            [$"Payshift:Providers:{provider}:ApiKey"] = apiKey,
            [$"Payshift:Providers:{provider}:ApiKeyV4"] = version4Key,
            [$"Payshift:Providers:{provider}:Verification"] = mode,
            ["Payshift:Providers:mpesa:AllowedAddresses:0"] = provider == "mpesa" ? "127.0.0.1" : null,
        };
        var collection = new ServiceCollection().AddLogging();
        collection.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values.Where(value => value.Value is not null)).Build());
        configure?.Invoke(collection);
        return collection.BuildServiceProvider();
    }
}
