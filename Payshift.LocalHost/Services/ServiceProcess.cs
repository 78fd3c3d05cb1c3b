using System.Diagnostics;

namespace Payshift.LocalHost.Services;

/// <summary>A running service. If the host is killed, the service goes on, and the next host finds it by its pid file.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>The time to stop. Azurite writes its database when it stops, and a large one takes a while.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private const int TailLines = 20;

    private readonly Process _process;
    private readonly ProcessIdentity? _identity;
    private readonly string _pidPath;

    private ServiceProcess(string name, Process process, string pidPath, string logPath)
    {
        Name = name;
        LogPath = logPath;
        _process = process;
        _pidPath = pidPath;
        _identity = ProcessIdentity.Of(process.Id);
        if (_identity is not null)
        {
            File.WriteAllText(pidPath, _identity.ToString());
        }

        Exited = process.WaitForExitAsync();
    }

    public string Name { get; }

    public string LogPath { get; }

    public int Pid => _process.Id;

    public Task Exited { get; }

    /// <param name="command">The program and its arguments.</param>
    public static ServiceProcess Start(string name, IEnumerable<string> command, string pidPath, string logPath)
    {
        // The shell only redirects the output to the log, which must keep working when this host is gone. Then it becomes
        // the service by exec, so that the pid is the service's. In a session of its own the service does not get the
        // terminal's Ctrl-C, which lets the host finish first.
        const string script = "log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null";
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetDirectoryName(logPath)! };
        string[] wrapper = ProgramPath.Find("setsid") is { } setsid ? [setsid] : [];
        foreach (var argument in (string[])["-c", script, "sh", logPath, .. wrapper, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        return new ServiceProcess(name, Process.Start(start)!, pidPath, logPath);
    }

    /// <summary>Stops a service that a killed host left running.</summary>
    public static async Task StopOrphanAsync(string pidPath)
    {
        if (!File.Exists(pidPath))
        {
            return;
        }

        if (ProcessIdentity.Parse(await File.ReadAllTextAsync(pidPath)) is { } orphan)
        {
            await StopAsync(orphan);
        }

        File.Delete(pidPath);
    }

    /// <returns>The end of the service's log.</returns>
    public string LogTail() => File.Exists(LogPath)
        ? string.Join(Environment.NewLine, File.ReadLines(LogPath).TakeLast(TailLines))
        : "";

    public async ValueTask DisposeAsync()
    {
        if (_identity is not null)
        {
            await StopAsync(_identity);
        }

        await Exited;
        File.Delete(_pidPath);
        _process.Dispose();
    }

    private static async Task StopAsync(ProcessIdentity process)
    {
        ServiceSignals.SendInterrupt(process);
        if (!await EndsAsync(process, StopPatience))
        {
            ServiceSignals.SendKill(process);
            await EndsAsync(process, StopPatience);
        }
    }

    // An orphan is not a child of this process, so its end has to be polled for.
    private static async Task<bool> EndsAsync(ProcessIdentity process, TimeSpan patience)
    {
        for (var watch = Stopwatch.StartNew(); process.IsRunning; await Task.Delay(20))
        {
            if (watch.Elapsed > patience)
            {
                return false;
            }
        }

        return true;
    }
}
