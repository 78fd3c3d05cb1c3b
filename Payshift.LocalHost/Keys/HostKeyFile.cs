using System.Buffers.Text;
using System.Security.Cryptography;

namespace Payshift.LocalHost.Keys;

/// <summary>The file with the key that a host created for itself, readable only by its owner.</summary>
internal static class HostKeyFile
{
    private const int KeyBytes = 32;

    /// <returns>The key, and whether it was created just now.</returns>
    public static (string Key, bool IsNew) ReadOrCreate(string path)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return (kept, false);
        }

        var key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.WriteLine(key);
        return (key, true);
    }
}
