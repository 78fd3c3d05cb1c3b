using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Payshift.Core.Hosting;

/// <summary>The registration of public classes whose constructor is internal, because its parameters are.</summary>
internal static class InternalConstructorExtensions
{
    /// <summary>Adds a singleton that is made by its only constructor, with services as arguments.</summary>
    public static IServiceCollection AddWithInternalConstructor<T>(this IServiceCollection services)
        where T : class
    {
        var constructor = typeof(T).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single();
        var parameters = constructor.GetParameters();
        return services.AddSingleton(provider => (T)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, [.. parameters.Select(parameter => provider.GetRequiredService(parameter.ParameterType))], null));
    }
}
