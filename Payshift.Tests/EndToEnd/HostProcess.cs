using System.Collections.Concurrent;
using System.Diagnostics;
using Payshift.LocalHost;
using Payshift.Samples;

namespace Payshift.Tests.EndToEnd;

/// <summary>LocalHost as a process of its own, as a user runs it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string Key = "end-to-end-key";

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan TakenTimeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output;

    private HostProcess(Process process, ConcurrentQueue<string> output, Uri address)
    {
        (_process, _output) = (process, output);
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    public HttpClient Client { get; }

    public string Output => string.Join('\n', _output);

    /// <param name="untilHealthy">Otherwise until it answers at all.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> settings, bool untilHealthy = true)
    {
        var port = TestPort.Take();
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHostSetup).Assembly.Location, $"--urls=http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Payshift__LocalHost__Key"] = Key;
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var output = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var host = new HostProcess(process, output, new Uri($"http://127.0.0.1:{port}"));
        await Eventually.TrueAsync(() => host.AnswersAsync(untilHealthy), StartTimeout, "the host answers");
        return host;
    }

    /// <summary>Sends a delivery again, as its provider would, until it is accepted.</summary>
    public Task SendUntilTakenAsync(SampleDelivery delivery) => Eventually.TrueAsync(async () =>
    {
        using var answer = await Client.SendAsync(delivery);
        return answer.StatusCode == HttpStatusCode.OK;
    }, TakenTimeout, "the delivery is taken");

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it with SIGSTOP: it does nothing until it is resumed.</summary>
    public Task PauseAsync() => _process.SignalAsync("STOP");

    public Task ResumeAsync() => _process.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task<bool> AnswersAsync(bool healthy)
    {
        Assert.False(_process.HasExited, $"The host ended by itself:\n{Output}");
        try
        {
            using var answer = await Client.GetAsync(new Uri("/payment/health", UriKind.Relative));
            return answer.IsSuccessStatusCode || !healthy;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
