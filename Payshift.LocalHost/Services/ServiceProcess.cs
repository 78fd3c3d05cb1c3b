using System.Diagnostics;

namespace Payshift.LocalHost.Services;

/// <summary>A running service. It outlives a host that is killed; its pid file leads the next host to it.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    /// <summary>Azurite writes its database when it stops; a large one takes a while.</summary>
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

    /// <param name="command">Program and arguments.</param>
    public static ServiceProcess Start(string name, IEnumerable<string> command, string pidPath, string logPath)
    {
        // The shell only points the output at the log, which has to work on when this host is gone; then it becomes the
        // service, so that its pid is the service's. In a session of its own the service does not get the terminal's
        // Ctrl-C: the host drains first.
        const string script = "log=$1; shift; exec \"$@\" >\"$log\" 2>&1 </dev/null";
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetDirectoryName(logPath)! };
        string[] wrapper = ProgramPath.Find("setsid") is { } setsid ? [setsid] : [];
        foreach (var argument in (string[])["-c", script, "sh", logPath, .. wrapper, .. command])
        {
            start.ArgumentList.Add(argument);
        }

        return new ServiceProcess(name, Process.Start(start)!, pidPath, logPath);
    }

    /// <summary>Ends a service that a killed host left behind.</summary>
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

    /// <returns>The end of what the service wrote.</returns>
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
        Signals.SendInterrupt(process);
        if (!await EndsAsync(process, StopPatience))
        {
            Signals.SendKill(process);
            await EndsAsync(process, StopPatience);
        }
    }

    // An orphan is no child of this process: nothing tells of its end but asking.
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
