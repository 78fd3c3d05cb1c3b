namespace Payshift.Benchmarks.Capacity;

/// <summary>Public list prices in US dollars, East US, pay as you go, without tax, free grants and reservations. Yours differ: change them here.</summary>
/// <seealso href="https://azure.microsoft.com/pricing/details/functions/"/>
/// <seealso href="https://azure.microsoft.com/pricing/details/storage/tables/"/>
/// <seealso href="https://azure.microsoft.com/pricing/details/managed-redis/"/>
/// <seealso href="https://azure.microsoft.com/pricing/details/monitor/"/>
internal static class PriceList
{
    /// <summary>Flex Consumption, on demand: a GB-second of an instance that executes something.</summary>
    public const double FunctionGigabyteSecond = 0.000026;

    /// <summary>Flex Consumption: an execution.</summary>
    public const double FunctionExecution = 0.40 / 1_000_000;

    /// <summary>Table Storage, locally redundant: an operation. An entity-group transaction counts as one for each entity.</summary>
    /// <seealso href="https://docs.particular.net/persistence/azure-table/capacity-planning"/>
    public const double TableOperation = 0.00036 / 10_000;

    /// <summary>Table Storage, locally redundant: a GB kept for a month.</summary>
    public const double TableGigabyteMonth = 0.045;

    /// <summary>
    /// Azure Managed Redis, balanced, with its replica: a GB a month, in between the small and the large sizes. The least
    /// certain of all: sizes come in steps and differ by region.
    /// </summary>
    public const double RedisGigabyteMonth = 25;

    /// <summary>Log Analytics: a GB taken in.</summary>
    public const double TelemetryGigabyte = 2.30;
}
