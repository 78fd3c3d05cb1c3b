namespace Payshift.Benchmarks.Capacity;

/// <summary>What a volume needs of Azure and costs a month: measured needs of one webhook times public prices.</summary>
/// <remarks>
/// Arrivals swing over the day around their mean and meet a peak of <see cref="PeakFactor"/>. Receiving has to keep up with
/// the peak; processing may lag behind, because the queue holds what waits.
/// </remarks>
internal sealed class CapacityPlan(WebhookNeeds needs, double webhooksPerDay)
{
    /// <summary>The busiest minute to the mean of the day.</summary>
    public const double PeakFactor = 4;

    /// <summary>The share of a core that is used before an instance is added.</summary>
    private const double Utilization = 0.5;

    /// <summary>The HTTP server, the Functions host and the worker's protocol, for each delivery: assumed, not measured.</summary>
    private const double HostSeconds = 0.001;

    /// <summary>Spans, logs and metrics of a webhook at a sampling ratio of 0.05, with all failures: assumed, not measured.</summary>
    private const double TelemetryBytes = 200;

    /// <summary>For how long an instance of Flex Consumption is paid when it executes something.</summary>
    private const double LeastSeconds = 1;

    private const double DeduplicationDays = 3;
    private const double RetentionDays = 90;
    private const double DaysPerMonth = 30;
    private const double SecondsPerDay = 86_400;
    private const double Gigabyte = 1e9;

    /// <summary>The timer runs every minute, whether or not something waits, and so does an instance of it.</summary>
    private const double TimerRunsPerMonth = DaysPerMonth * 24 * 60;

    public double MeanPerSecond => webhooksPerDay / SecondsPerDay;

    public double PeakPerSecond => MeanPerSecond * PeakFactor;

    private double CoreSeconds => HostSeconds + needs.ReceiveSeconds + needs.ProcessSeconds;

    public double InstancesAtPeak => Math.Max(1, Math.Ceiling(PeakPerSecond * CoreSeconds / Utilization / AzureLimits.CoresPerInstance));

    /// <summary>An instance costs while something executes on it, and a second at the least.</summary>
    public double FunctionsPerMonth =>
        (ReceivingSeconds + TimerRunsPerMonth * LeastSeconds) * AzureLimits.GigabytesPerInstance * PriceList.FunctionGigabyteSecond
        + (webhooksPerDay * DaysPerMonth + TimerRunsPerMonth) * PriceList.FunctionExecution;

    /// <summary>Of instances, in a month: where little comes, the share of seconds in which something comes at all; else the work.</summary>
    private double ReceivingSeconds => DaysPerMonth * SecondsPerDay * Math.Max(
        1 - Math.Exp(-MeanPerSecond * LeastSeconds),
        MeanPerSecond * CoreSeconds / Utilization / AzureLimits.CoresPerInstance);

    public double TablesPerMonth =>
        webhooksPerDay * DaysPerMonth * needs.Entities * PriceList.TableOperation
        + webhooksPerDay * RetentionDays * needs.EntityBytes / Gigabyte * PriceList.TableGigabyteMonth;

    /// <summary>Known events of the deduplication window, and a quarter of an hour of the peak waiting.</summary>
    public double RedisBytes => webhooksPerDay * DeduplicationDays * needs.KnownBytes + PeakPerSecond * 900 * needs.QueuedBytes;

    public double RedisPerMonth => Math.Max(1, RedisBytes / Gigabyte) * PriceList.RedisGigabyteMonth;

    public double TelemetryPerMonth => webhooksPerDay * DaysPerMonth * TelemetryBytes / Gigabyte * PriceList.TelemetryGigabyte;

    public double CostPerMonth => FunctionsPerMonth + TablesPerMonth + RedisPerMonth + TelemetryPerMonth;

    /// <summary>Each limit with the share of it that the volume takes, the one that is met first in front.</summary>
    public IReadOnlyList<CapacityLimit> Limits =>
    [
        .. new CapacityLimit[]
        {
            new("entities a second of the storage account, mean", MeanPerSecond * needs.Entities / AzureLimits.EntitiesPerAccount),
            new("entities a second of a bucket, mean, 256 buckets", MeanPerSecond * needs.Entities / AzureLimits.MostBuckets / AzureLimits.EntitiesPerPartition),
            new("entities a second of a bucket, mean, 16 buckets", MeanPerSecond * needs.Entities / 16 / AzureLimits.EntitiesPerPartition),
            new("scripts a second of one Redis shard, peak", PeakPerSecond * (1 + needs.RedisRoundTrips) / AzureLimits.ScriptsPerShard),
            new("instances of one app, peak", InstancesAtPeak / AzureLimits.InstancesPerApp),
        }.OrderByDescending(limit => limit.Share),
    ];

    /// <summary>The most webhooks a day that one storage account takes, as a mean over the day.</summary>
    public static double MostPerDay(WebhookNeeds needs) => AzureLimits.EntitiesPerAccount / needs.Entities * SecondsPerDay;
}
