using Microsoft.Extensions.DependencyInjection;
using Payshift.Core.Operations.Audit;
using Payshift.Core.Operations.Failures;
using Payshift.Core.Storage;

namespace Payshift.Core.Operations;

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
    }
}
