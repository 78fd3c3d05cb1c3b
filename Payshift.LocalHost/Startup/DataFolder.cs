using System.Globalization;

namespace Payshift.LocalHost.Startup;

/// <summary>The folder with a host's data. It is locked for one host at a time, until disposed.</summary>
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
            // The system releases the lock when the process ends, however it ends. The pid is in another file because
            // some systems do not let others read a locked file.
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

    /// <summary>Returns a folder inside this one, created if it is missing.</summary>
    public string Folder(string name)
    {
        var folder = System.IO.Path.Combine(Path, name);
        CreatePrivate(folder);
        return folder;
    }

    public void Dispose() => _lock.Dispose();

    private static void CreatePrivate(string path)
    {
        // The folder contains payloads and the key.
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
