using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Payshift.Core.Hosting;
using Payshift.Core.Processing;
using Payshift.Core.Redis;
using Payshift.Core.Storage;

namespace Payshift.Tests.Hosting;

public sealed class OptionsTests
{
    [Fact]
    public void Good_settings_are_taken() => Validate([]);

    [Theory]
    [InlineData("Redis:ConnectionString", "", "Payshift__Redis__ConnectionString is missing")]
    [InlineData("Redis:ConnectionString", "localhost:6379,nonsense=1", "Payshift__Redis__ConnectionString cannot be read")]
    [InlineData("Redis:ConnectionString", "password=hunter2,abortConnect=maybe", "Payshift__Redis__ConnectionString cannot be read")]
    [InlineData("Redis:ConnectionString", "ssl=true", "Payshift__Redis__ConnectionString names no server")]
    [InlineData("Redis:CertificateAuthority", "missing.pem", "Payshift__Redis__CertificateAuthority (missing.pem) must be a file")]
    [InlineData("Redis:Partitions", "0", "Payshift__Redis__Partitions")]
    [InlineData("Redis:Authentication", "7", "Payshift__Redis__Authentication must be Password or Entra.")]
    [InlineData("Tables:ConnectionString", "", "Payshift__Tables__ConnectionString is missing")]
    [InlineData("Tables:ConnectionString", "nonsense", "Payshift__Tables__ConnectionString cannot be read")]
    [InlineData("Tables:ServiceUri", "http:/x", "Payshift__Tables__ServiceUri")]
    [InlineData("Tables:Buckets", "1000", "Payshift__Tables__Buckets")]
    [InlineData("Receiving:SignatureCacheSize", "-1", "Payshift__Receiving__SignatureCacheSize")]
    [InlineData("Receiving:Overflow", "7", "Payshift__Receiving__Overflow must be None or Table.")]
    [InlineData("Queue:LeaseDuration", "00:00:01", "Payshift__Queue__LeaseDuration")]
    [InlineData("Queue:LeaseDuration", "00:04:00", "Payshift__Queue__LeaseDuration (00:04:00) must be more than twice Payshift__Processing__BatchTimeout (00:02:00)")]
    [InlineData("Queue:DeduplicationWindow", "00:00:00", "Payshift__Queue__DeduplicationWindow")]
    [InlineData("Queue:MaxPayloadBytes", "999999999", "Payshift__Queue__MaxPayloadBytes")]
    [InlineData("Queue:MaxAge", "00:00:01", "Payshift__Queue__MaxAge")]
    [InlineData("Processing:BatchSize", "0", "Payshift__Processing__BatchSize")]
    [InlineData("Processing:Concurrency", "0", "Payshift__Processing__Concurrency")]
    [InlineData("Processing:TimeBudget", "01:00:00", "Payshift__Processing__TimeBudget")]
    [InlineData("Retry:MaxAttempts", "0", "Payshift__Retry__MaxAttempts")]
    [InlineData("Retry:MaxDelay", "00:00:01", "Payshift__Retry__MaxDelay (00:00:01) must not be shorter than Payshift__Retry__BaseDelay")]
    [InlineData("Retry:MaxDelay", "20:00:00", "Payshift__Retry__MaxAttempts (5) with Payshift__Retry__MaxDelay (20:00:00) can take longer than Payshift__Queue__MaxAge")]
    [InlineData("Queue:LowerPriorityShare", "0.6", "Payshift__Queue__LowerPriorityShare must be between")]
    [InlineData("Processing:BatchSizeCeiling", "5", "Payshift__Processing__BatchSizeCeiling (5) must not be less than Payshift__Processing__BatchSizeFloor (10)")]
    [InlineData("Processing:BatchTimeout", "00:02:30", "must be more than twice Payshift__Processing__BatchTimeout (00:02:30)")]
    [InlineData("Processing:TimeBudget", "00:08:30", "Payshift__Processing__TimeBudget (00:08:30) and Payshift__Processing__BatchTimeout (00:02:00) must not exceed 00:10:00 together")]
    [InlineData("Processing:MethodConcurrency", "0", "Payshift__Processing__MethodConcurrency must be between")]
    [InlineData("Processing:MethodConcurrencies:card", "0", "Payshift__Processing__MethodConcurrencies__card (0) must be between")]
    [InlineData("Processing:Mode", "7", "Payshift__Processing__Mode must be Scheduled or Continuous")]
    [InlineData("Retention:Audit", "00:00:00", "Payshift__Retention__Audit must be between")]
    [InlineData("Retention:Results", "6.00:00:00", "Payshift__Retention__Results (6.00:00:00) must be longer than Payshift__Queue__DeduplicationWindow and Payshift__Queue__MaxAge together (6.00:00:00)")]
    [InlineData("Telemetry:SamplingRatio", "-0.1", "Payshift__Telemetry__SamplingRatio must be between 0 and 1")]
    [InlineData("Telemetry:SamplingRatio", "2", "Payshift__Telemetry__SamplingRatio must be between 0 and 1")]
    [InlineData("Providers:stripe:Concurrency", "0", "Payshift__Providers__stripe__Concurrency must be between")]
    [InlineData("Providers:stripe:Retry:MaxAttempts", "0", "Payshift__Providers__stripe__Retry__MaxAttempts must be between")]
    [InlineData("Providers:stripe:Retry:BaseDelay", "02:00:00", "Payshift__Providers__stripe__Retry__BaseDelay must be between")]
    [InlineData("Providers:stripe:Retry:MaxDelay", "00:00:01", "Payshift__Providers__stripe__Retry__MaxDelay (00:00:01) must not be shorter than Payshift__Providers__stripe__Retry__BaseDelay (00:00:30)")]
    [InlineData("Providers:stripe:Secrets:0", "@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/stripe)", "Payshift__Providers__stripe__Secrets__0 is a Key Vault reference that was not resolved")]
    [InlineData("ScaleOut:Key", "@Microsoft.KeyVault(SecretUri=https://kv.example/secrets/key)", "Payshift__ScaleOut__Key is a Key Vault reference that was not resolved")]
    [InlineData("Providers:nopay:Secrets:0", "x", "Payshift__Providers__nopay names no provider")]
    public void Bad_settings_are_refused_at_start_by_their_name(string setting, string value, string expected)
    {
        var exception = Assert.ThrowsAny<OptionsValidationException>(() => Validate(new() { [$"Payshift:{setting}"] = value }));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_authority_needs_TLS()
    {
        var exception = Assert.ThrowsAny<OptionsValidationException>(() => Validate(new()
        {
            ["Payshift:Redis:CertificateAuthority"] = Path.Combine(Repository.Root, "Payshift.Tests", "Providers", "Vectors", "paypal-root.pem"),
        }));
        Assert.Contains("Payshift__Redis__CertificateAuthority is for TLS", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("redis.example.com:6380,user=4fd1a6f7", "Add ssl=true")]
    [InlineData("name.redis.azure.net:10000,ssl=true", "Add user=")]
    [InlineData("name.redis.azure.net:10000,ssl=true,user=4fd1a6f7,password=hunter2", "has a password")]
    [InlineData("name.redis.azure.net:10000,ssl=true,user=4fd1a6f7,serviceName=mymaster", "which sentinels do not know")]
    public void Signing_in_with_Entra_needs_TLS_and_a_user_and_nothing_else(string connectionString, string expected)
    {
        var exception = Assert.ThrowsAny<OptionsValidationException>(() => Validate(new()
        {
            ["Payshift:Redis:Authentication"] = "Entra",
            ["Payshift:Redis:ConnectionString"] = connectionString,
        }));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_as_its_type_is_refused_by_its_name()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Validate(new() { ["Payshift:Processing:BatchSize"] = "many" }));
        Assert.Contains("Payshift:Processing:BatchSize", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_are_those_of_the_documentation()
    {
        using var provider = Build([]);
        Assert.Null(provider.GetRequiredService<IOptions<ProcessingOptions>>().Value.BatchSize);
        Assert.Equal(TimeSpan.FromSeconds(50), provider.GetRequiredService<IOptions<ProcessingOptions>>().Value.TimeBudget);
        Assert.Equal(TimeSpan.FromHours(72), provider.GetRequiredService<IOptions<QueueOptions>>().Value.DeduplicationWindow);
        Assert.Equal(
            provider.GetRequiredService<IOptions<RedisOptions>>().Value.Partitions,
            provider.GetRequiredService<IOptions<TableOptions>>().Value.Buckets);
    }

    private static void Validate(Dictionary<string, string?> settings)
    {
        using var provider = Build(settings);
        provider.GetRequiredService<IStartupValidator>().Validate();
    }

    private static ServiceProvider Build(Dictionary<string, string?> settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Payshift:Redis:ConnectionString"] = "localhost:6379",
            ["Payshift:Tables:ConnectionString"] = "UseDevelopmentStorage=true",
        };
        foreach (var (setting, value) in settings)
        {
            values[setting] = value;
        }

        var services = new ServiceCollection().AddLogging();
        services.AddPayshift(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.BuildServiceProvider();
    }
}
