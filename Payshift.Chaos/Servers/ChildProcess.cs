using System.Diagnostics;

namespace Payshift.Chaos.Servers;

/// <summary>A process that the suite started, whose output is added to a file, and to which it does what it likes.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // The shell only points the output at the file; then it becomes the program, so that its pid is the program's.
    private const string Script = "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1";

    private readonly Lock _lock = new();
    private readonly Process _process;
    private bool _isPaused;
    private bool _isDisposed;

    private ChildProcess(Process process)
    {
        _process = process;
        Exited = WaitAsync();
    }

    public Task Exited { get; }

    /// <summary>Once it exited: 137 after SIGKILL, as shells have it.</summary>
    public int ExitCode { get; private set; }

    public static ChildProcess Start(
        IEnumerable<string> command, string logPath, IEnumerable<KeyValuePair<string, string>>? environment = null)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", logPath, .. command])
        {
            WorkingDirectory = Path.GetDirectoryName(logPath)!,
            // Its end tells the child that this process is gone.
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!);
    }

    public void Pause() => Signalled(pid =>
    {
        Signal.Pause(pid);
        _isPaused = true;
    });

    public void Resume() => Signalled(pid =>
    {
        if (_isPaused)
        {
            Signal.Resume(pid);
            _isPaused = false;
        }
    });

    /// <summary>SIGKILL, as a machine that lost its power. It also ends what is paused.</summary>
    public async Task KillAsync()
    {
        Signalled(_ => _process.Kill());
        await Exited;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        lock (_lock)
        {
            _isDisposed = true;
            _process.Dispose();
        }
    }

    private async Task WaitAsync()
    {
        await _process.WaitForExitAsync();
        ExitCode = _process.ExitCode;
    }

    private void Signalled(Action<int> signal)
    {
        lock (_lock)
        {
            // Another process may have the pid of one that exited.
            if (!_isDisposed && !_process.HasExited)
            {
                signal(_process.Id);
            }
        }
    }
}
