using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Redis.Memory;
using Payshift.Core.Storage.Audit;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Storage.Failures;
using Payshift.Core.Storage.Rollups;

namespace Payshift.Core.Hosting;

/// <summary>Composes what operators do and see.</summary>
internal static class OperationsServiceCollectionExtensions
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<IFailureReader, TableFailureReader>();
        services.AddSingleton<FailureOperations>();
        services.AddSingleton<FailureRetry>();
        services.AddSingleton<IAuditStore, TableAuditStore>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<OperatorActions>();
        services.AddSingleton<IBatchReader, TableBatchReader>();
        services.AddSingleton<IBatchList, TableBatchList>();
        services.AddSingleton<IRollupStore, TableRollupStore>();
        services.AddSingleton<AnalyticsReader>();
        services.AddSingleton<RedisMemoryReader>();
        services.AddWithInternalConstructor<TimerRuns>();
        services.AddWithInternalConstructor<ScheduledRuns>();
        services.AddWithInternalConstructor<HealthReader>();
        services.AddWithInternalConstructor<StatsReader>();
    }
}
