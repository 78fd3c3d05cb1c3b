using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Payshift.Dashboard;

/// <summary>The files of the dashboard, embedded in this assembly and compressed once.</summary>
public static class DashboardAssets
{
    public const string Index = "index.html";

    private const string Prefix = "page/";

    /// <summary>Vite puts what carries a digest in its name here.</summary>
    private const string HashedFolder = "assets/";

    private static readonly Dictionary<string, string> ContentTypes = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly Lazy<Dictionary<string, DashboardAsset>> Assets = new(Load);

    /// <summary>False where the assembly was built without Node.js.</summary>
    public static bool IsBuilt => Assets.Value.ContainsKey(Index);

    /// <param name="path">As below the page's route, without a slash in front.</param>
    /// <returns>Null where there is no such file.</returns>
    public static DashboardAsset? Find(string path) => Assets.Value.GetValueOrDefault(path);

    private static Dictionary<string, DashboardAsset> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Read(assembly, name), StringComparer.Ordinal);
    }

    private static DashboardAsset Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new DashboardAsset(
            ContentTypes.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream"),
            $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"",
            name.StartsWith(Prefix + HashedFolder, StringComparison.Ordinal),
            bytes,
            Compressed(bytes, target => new BrotliStream(target, CompressionLevel.SmallestSize)),
            Compressed(bytes, target => new GZipStream(target, CompressionLevel.SmallestSize)));
    }

    private static byte[] Compressed(byte[] bytes, Func<Stream, Stream> compress)
    {
        using var target = new MemoryStream();
        using (var stream = compress(target))
        {
            stream.Write(bytes);
        }

        return target.ToArray();
    }
}
