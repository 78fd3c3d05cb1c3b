namespace Payshift.Tests.Providers;

/// <summary>Finds the vectors that live beside this file, and the larger set that may lie beside the repository.</summary>
internal static class ProviderFiles
{
    public static string Own { get; } = Path.Combine(Root(), "Payshift.Tests", "Providers", "Vectors", "own.json");

    /// <summary>Null where the set is absent.</summary>
    public static string? Shared { get; } = Existing(Path.Combine(Root(), "..", "shared", "providers"));

    public static IEnumerable<string> SharedPayloads(string prefix) =>
        Shared is { } folder ? Directory.EnumerateFiles(Path.Combine(folder, "payloads"), $"{prefix}-*")
            .Where(file => Path.GetExtension(file) is ".json" or ".form").Order(StringComparer.Ordinal) : [];

    private static string? Existing(string folder) => Directory.Exists(folder) ? folder : null;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Payshift.Functions.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
