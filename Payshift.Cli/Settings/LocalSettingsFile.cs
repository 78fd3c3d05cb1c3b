using System.Text.Json;
using Payshift.Cli.Invocation;

namespace Payshift.Cli.Settings;

/// <summary>The file <c>local.settings.json</c>, searched for from a folder upwards.</summary>
internal static class LocalSettingsFile
{
    public const string Name = "local.settings.json";
    public const string Values = "Values";

    public static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <returns>The path of the nearest one, in the folder or above; null where there is none.</returns>
    public static string? Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, Name) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Its values under the names that environment variables have, for example <c>Payshift__Redis__Partitions</c>.</summary>
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string path)
    {
        try
        {
            using var settings = JsonDocument.Parse(File.ReadAllBytes(path), Lenient);
            return settings.RootElement.TryGetProperty(Values, out var values)
                ? [.. values.EnumerateObject().Select(value => KeyValuePair.Create(value.Name, (string?)value.Value.ToString()))]
                : [];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be read as local.settings.json: {exception.Message}");
        }
    }
}
