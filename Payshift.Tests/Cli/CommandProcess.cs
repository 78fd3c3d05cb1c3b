using System.Diagnostics;
using Payshift.Cli.Commands;

namespace Payshift.Tests.Cli;

/// <summary>The command as a process of its own, as a shell starts it.</summary>
internal sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    /// <summary>Where it was built: beside the tests are the libraries of ASP.NET Core, which the command alone does not have.</summary>
    private static readonly string Program = Path.Combine(
        Repository.Root,
        "Payshift.Cli",
        Path.GetRelativePath(Path.Combine(Repository.Root, "Payshift.Tests"), AppContext.BaseDirectory),
        Path.GetFileName(typeof(PayshiftCommand).Assembly.Location));

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private CommandProcess(Process process) => _process = process;

    public string Output => Read(_output);

    public string Error => Read(_error);

    public static CommandProcess Start(string[] arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var command = new CommandProcess(Process.Start(start)!);
        command._process.OutputDataReceived += (_, line) => Append(command._output, line.Data);
        command._process.ErrorDataReceived += (_, line) => Append(command._error, line.Data);
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    public Task SaysAsync(string text) => Eventually.TrueAsync(
        () => (Output + Error).Contains(text, StringComparison.Ordinal), Soon, $"the command says {text}");

    public Task InterruptAsync() => _process.SignalAsync("INT");

    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Soon);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
