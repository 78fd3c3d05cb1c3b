using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Payshift.Core.Hosting;

internal static class SettingsServiceCollectionExtensions
{
    /// <summary>Binds options to their section, and validates them when the host starts.</summary>
    public static void AddValidated<TOptions>(this IServiceCollection services, IConfigurationSection section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new KeyVaultReferenceValidator<TOptions>(section));
    }
}
