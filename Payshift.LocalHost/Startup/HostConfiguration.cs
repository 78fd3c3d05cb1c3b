using System.Text.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Payshift.LocalHost.Startup;

/// <summary>The sources of settings: the command line overrides the environment, which overrides <c>local.settings.json</c>.</summary>
internal static class HostConfiguration
{
    private const string SettingsFile = "local.settings.json";

    private static readonly KeyValuePair<string, string?>[] Defaults =
    [
        new("ProcessSchedule", "0 */1 * * * *"),
        new("CleanupSchedule", "0 */10 * * * *"),
        new("Logging:LogLevel:Default", "Information"),
        // Logging a line for each request costs more than the request.
        new("Logging:LogLevel:Microsoft", "Warning"),
        // Errors at startup are printed as lines of their own instead of a stack trace.
        new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "Critical"),
    ];

    private static readonly string[] AddressSettings = ["urls", "http_ports", "https_ports"];

    public static void AddHostDefaults(this ConfigurationManager configuration, string? settingsFolder)
    {
        var sources = ((IConfigurationBuilder)configuration).Sources;
        if (settingsFolder is not null && Path.Combine(settingsFolder, SettingsFile) is var path && File.Exists(path))
        {
            sources.Insert(0, new MemoryConfigurationSource { InitialData = ReadValues(path) });
        }

        sources.Insert(0, new MemoryConfigurationSource { InitialData = Defaults });

        if (!AddressSettings.Any(name => configuration[name] is { Length: > 0 }) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            sources.Insert(0, new MemoryConfigurationSource { InitialData = [new("urls", "http://127.0.0.1:7071")] });
        }
    }

    private static List<KeyValuePair<string, string?>> ReadValues(string path)
    {
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        try
        {
            using var settings = JsonDocument.Parse(File.ReadAllBytes(path), options);
            return settings.RootElement.TryGetProperty("Values", out var values)
                ? [.. values.EnumerateObject().Select(value => KeyValuePair.Create(Name(value.Name), (string?)value.Value.ToString()))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new HostStartException($"{path} is not what local.settings.json should be: {exception.Message}");
        }
    }

    private static string Name(string setting) => setting.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);
}
