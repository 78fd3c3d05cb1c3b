using Microsoft.Extensions.Configuration;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Settings;

/// <summary>The settings as a host reads them: the environment wins over <c>local.settings.json</c>.</summary>
internal static class CommandSettings
{
    /// <param name="file">Its path; the nearest one where null.</param>
    /// <exception cref="CommandException">The file is not there or cannot be read.</exception>
    public static IConfiguration Read(CommandContext context, FileInfo? file = null)
    {
        if (file is { Exists: false })
        {
            throw new CommandException(ExitCodes.Usage, $"{file.FullName} is not there.");
        }

        var path = file?.FullName ?? LocalSettingsFile.Find(context.Folder);
        return new ConfigurationBuilder()
            .AddInMemoryCollection(path is null ? [] : Named(LocalSettingsFile.Read(path)))
            .AddInMemoryCollection(Named(context.Environment))
            .Build();
    }

    /// <summary>Variables that differ in case alone are one setting, which the configuration does not take twice.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Named(IEnumerable<KeyValuePair<string, string?>> settings) => settings
        .Select(setting => KeyValuePair.Create(setting.Key.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal), setting.Value))
        .DistinctBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase);
}
