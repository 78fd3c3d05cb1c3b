using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Payshift.Core.Hosting;

/// <summary>Composes Payshift for any host.</summary>
public static class PayshiftServiceCollectionExtensions
{
    /// <summary>Adds everything that Payshift decides with, and validates its settings when the host starts.</summary>
    /// <param name="configuration">Its section <c>Payshift</c> is read.</param>
    public static IServiceCollection AddPayshift(this IServiceCollection services, IConfiguration configuration) =>
        throw new NotImplementedException();
}
