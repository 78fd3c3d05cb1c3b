using System.Globalization;
using Payshift.Chaos.Servers;
using Payshift.LocalHost.Services;

namespace Payshift.Chaos.Hosts;

/// <summary>One host that is started again whenever it ends, behind proxies of its own to Redis and Table Storage.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string UnhandledException = " Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware[1] ";

    private static readonly TimeSpan RestartDelay = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _stop = new();
    private readonly Timeline _timeline;
    private readonly string[] _command;
    private readonly string _logPath;
    private readonly Dictionary<string, string> _settings;
    private readonly HttpClient _probe = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(2) };
    private ChildProcess _process;
    private Task _watching = Task.CompletedTask;
    private TimeSpan _restartDelay = RestartDelay;

    public HostProcess(HostPlan plan, string[] command, string folder, Timeline timeline, HostLinks links, Dictionary<string, string> settings)
    {
        (Plan, Links, _timeline, _settings) = (plan, links, timeline, settings);
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}"));
        _command = [.. command, $"--urls={Address.AbsoluteUri.TrimEnd('/')}"];
        _logPath = Path.Combine(folder, $"{plan.Name}.log");
        _process = Start();
    }

    public HostPlan Plan { get; }

    public HostLinks Links { get; }

    public Uri Address { get; }

    public int Starts { get; private set; }

    /// <summary>Ends that nobody ordered: neither by a signal, nor by an event that kills its worker.</summary>
    public int UnexpectedEnds { get; private set; }

    public Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        _watching = WatchAsync();
        return Readiness.WaitAsync($"{Plan.Name} ({_logPath})", _process, IsHealthyAsync, cancellationToken);
    }

    /// <summary>SIGKILL, and a start after the time given.</summary>
    public async Task KillAsync(TimeSpan down)
    {
        _restartDelay = down;
        await _process.KillAsync();
    }

    /// <summary>Exceptions that left the trigger classes, by what ASP.NET Core logged of them.</summary>
    public int CountUnhandledExceptions() =>
        File.ReadLines(_logPath).Count(line => line.Contains(UnhandledException, StringComparison.Ordinal));

    public void Pause() => _process.Pause();

    public void Resume() => _process.Resume();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        do
        {
            // The watch may just have started another one.
            await _process.DisposeAsync();
        }
        while (await Task.WhenAny(_watching, Task.Delay(RestartDelay)) != _watching);

        await _process.DisposeAsync();
        _probe.Dispose();
        _stop.Dispose();
        await Links.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        const int killed = 137;
        while (true)
        {
            await _process.Exited;
            if (_stop.IsCancellationRequested)
            {
                return;
            }

            _timeline.Note($"{Plan.Name} ended with {_process.ExitCode}");
            UnexpectedEnds += _process.ExitCode == killed ? 0 : 1;
            try
            {
                await Task.Delay(_restartDelay, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            _restartDelay = RestartDelay;
            var ended = _process;
            _process = Start();
            await ended.DisposeAsync();
        }
    }

    private ChildProcess Start()
    {
        Starts++;
        _timeline.Note($"{Plan.Name} starts");
        return ChildProcess.Start(_command, _logPath, _settings);
    }

    private async Task<bool> IsHealthyAsync()
    {
        using var answer = await _probe.GetAsync(new Uri(Address, "payment/health"));
        return answer.IsSuccessStatusCode;
    }
}
