using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Processing;
using Payshift.Core.Queue;
using Payshift.Core.Redis;
using Payshift.Core.Redis.Circuits;
using Payshift.Core.Redis.Memory;
using Payshift.Core.Scaling.History;
using Payshift.Core.Storage;
using Payshift.Core.Storage.Batches;
using Payshift.Core.Telemetry;

namespace Payshift.Core.Hosting;

/// <summary>Composes what operators do and see.</summary>
internal static class OperationsServiceCollectionExtensions
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<FailureOperations>();
        services.AddSingleton<FailureRetry>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<OperatorActions>();
        services.AddSingleton<AnalyticsReader>();
        services.AddSingleton<RedisMemoryReader>();
        services.AddSingleton(provider => new TimerRuns(
            provider.GetRequiredService<RedisConnection>(),
            provider.GetRequiredService<IWebhookBatchHandler>() is var handler and not DefaultBatchHandler ? handler.GetType().FullName : null,
            provider.GetRequiredService<PayshiftTelemetry>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new HealthReader(
            provider.GetRequiredService<IWebhookQueue>(),
            provider.GetRequiredService<ITableProbe>(),
            provider.GetRequiredService<TimerRuns>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StatsReader(
            provider.GetRequiredService<IWebhookQueue>(),
            provider.GetRequiredService<IQueuePauses>(),
            provider.GetRequiredService<ICircuitRegistry>(),
            provider.GetRequiredService<RedisArrivalHistory>(),
            provider.GetRequiredService<IBatchTable>(),
            provider.GetRequiredService<RedisMemoryReader>(),
            provider.GetRequiredService<TimerRuns>(),
            provider.GetRequiredService<TimeProvider>()));
    }
}
