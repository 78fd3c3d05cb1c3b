using System.Globalization;

namespace Payshift.LocalHost.Startup;

/// <summary>Where a host keeps its data. One host at a time: it is locked until disposed.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public string KeyFile => System.IO.Path.Combine(Path, "host.key");

    public static DataFolder Open(string path)
    {
        CreatePrivate(path);
        var owner = System.IO.Path.Combine(path, "host.pid");
        try
        {
            // The system gives the lock up with the process, however that ends. The pid is in another file because a
            // locked one cannot be read everywhere.
            var held = new FileStream(System.IO.Path.Combine(path, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, held);
        }
        catch (IOException)
        {
            var pid = File.Exists(owner) ? File.ReadAllText(owner).Trim() : "unknown";
            throw new HostStartException(
                $"{path} is in use by another host, process {pid}. Stop that one, or set Payshift__LocalHost__DataFolder to another folder.");
        }
    }

    /// <summary>Makes the folder inside this one where it is missing.</summary>
    public string Folder(string name)
    {
        var folder = System.IO.Path.Combine(Path, name);
        CreatePrivate(folder);
        return folder;
    }

    public void Dispose() => _lock.Dispose();

    private static void CreatePrivate(string path)
    {
        // Payloads and the key are in there.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
