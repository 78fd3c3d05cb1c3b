using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Operations;
using Payshift.Core.Operations.Analytics;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Operations.Health;
using Payshift.Core.Operations.Stats;
using Payshift.Core.Operations.Timers;
using Payshift.Core.Redis.Memory;

namespace Payshift.Core.Hosting;

/// <summary>The composition of what operators do and see.</summary>
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
        services.AddWithInternalConstructor<TimerRuns>();
        services.AddWithInternalConstructor<ScheduledRuns>();
        services.AddWithInternalConstructor<HealthReader>();
        services.AddWithInternalConstructor<StatsReader>();
    }
}
