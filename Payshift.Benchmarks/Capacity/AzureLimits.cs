namespace Payshift.Benchmarks.Capacity;

/// <summary>What Azure takes at the most, and what an instance is.</summary>
internal static class AzureLimits
{
    /// <summary>Entities a second a storage account takes (of 1 KB).</summary>
    /// <seealso href="https://learn.microsoft.com/azure/storage/tables/scalability-targets"/>
    public const double EntitiesPerAccount = 20_000;

    /// <summary>Entities a second a partition takes.</summary>
    public const double EntitiesPerPartition = 2_000;

    /// <summary>Buckets that results can be spread over.</summary>
    public const int MostBuckets = 256;

    /// <summary>Scripts a second that a core of Redis runs; measured with an append-only file on a machine of two cores.</summary>
    public const double ScriptsPerShard = 30_000;

    /// <summary>A Flex Consumption instance of 2 GB has about one core.</summary>
    /// <seealso href="https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan"/>
    public const double CoresPerInstance = 1;

    public const double GigabytesPerInstance = 2;

    /// <summary>Instances of one Flex Consumption app.</summary>
    public const double InstancesPerApp = 1_000;
}
