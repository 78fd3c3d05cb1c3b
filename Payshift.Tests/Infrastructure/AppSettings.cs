using Payshift.Core.Cleanup.Retention;
using Payshift.Core.Processing;
using Payshift.Core.Processing.Retries;
using Payshift.Core.Receiving;
using Payshift.Core.Redis;
using Payshift.Core.Scaling;
using Payshift.Core.Storage;
using Payshift.Core.Telemetry;

namespace Payshift.Tests.Infrastructure;

/// <summary>Every setting that Payshift reads in every host, from the classes that it binds.</summary>
internal static class AppSettings
{
    public const string ProviderSection = "Providers__{provider}";

    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>
    {
        ["Redis"] = typeof(RedisOptions),
        ["Tables"] = typeof(TableOptions),
        ["Receiving"] = typeof(ReceivingOptions),
        ["Queue"] = typeof(QueueOptions),
        ["Processing"] = typeof(ProcessingOptions),
        ["Retry"] = typeof(RetryOptions),
        ["Retention"] = typeof(RetentionOptions),
        ["ScaleOut"] = typeof(ScaleOutOptions),
        ["Telemetry"] = typeof(TelemetryOptions),
        [ProviderSection] = typeof(ProviderOptions),
    };

    /// <summary>The full names; for a setting with parts, the name that precedes them.</summary>
    public static IEnumerable<string> Names(string section) =>
        from property in Sections[section].GetProperties()
        where property.CanWrite
        select $"Payshift__{section}__{property.Name}";
}
