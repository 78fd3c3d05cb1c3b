using Payshift.Core.Processing;
using Payshift.Core.Providers;
using Payshift.Core.Queue;
using Payshift.Core.Receiving;
using Payshift.Core.Retention;
using Payshift.Core.Retry;
using Payshift.Core.Scaling;
using Payshift.Core.Storage;
using Payshift.Core.Telemetry;
using Payshift.Tests.Infrastructure;

namespace Payshift.Tests.Docs;

/// <summary>The page on settings names every setting that there is.</summary>
public sealed class SettingsPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "settings.md"));

    [Theory]
    [InlineData("Redis", typeof(RedisOptions))]
    [InlineData("Tables", typeof(TableOptions))]
    [InlineData("Receiving", typeof(ReceivingOptions))]
    [InlineData("Queue", typeof(QueueOptions))]
    [InlineData("Processing", typeof(ProcessingOptions))]
    [InlineData("Retry", typeof(RetryOptions))]
    [InlineData("Retention", typeof(RetentionOptions))]
    [InlineData("ScaleOut", typeof(ScaleOutOptions))]
    [InlineData("Telemetry", typeof(TelemetryOptions))]
    [InlineData("Providers__{provider}", typeof(ProviderOptions))]
    public void Names_every_setting_of(string section, Type options) => Assert.All(
        options.GetProperties().Where(property => property.CanWrite),
        property => Assert.Contains($"`Payshift__{section}__{property.Name}", Page, StringComparison.Ordinal));
}
