using System.Diagnostics;
using System.Globalization;
using Payshift.LocalHost.Startup;

namespace Payshift.Benchmarks.Peers;

/// <summary>BullMQ in a Node process of its own, which keeps its compiled code from round to round.</summary>
/// <seealso href="https://docs.bullmq.io"/>
internal sealed class BullMqQueue : IQueuePeer
{
    private static readonly string FolderInCheckout = Path.Combine("tools", "peers");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private BullMqQueue(Process process) => _process = process;

    /// <param name="port">Redis' port on loopback.</param>
    /// <param name="eventsPath">A JSON array of events.</param>
    public static BullMqQueue Start(int port, string eventsPath)
    {
        var folder = Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory) ?? AppContext.BaseDirectory, FolderInCheckout);
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "bullmq")))
        {
            throw new InvalidOperationException($"BullMQ is missing. Run ./dev bench peers, or npm ci in {folder}.");
        }

        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { Path.Combine(folder, "bullmq.mjs"), port.ToString(CultureInfo.InvariantCulture), eventsPath },
        };
        return new BullMqQueue(Process.Start(start)!);
    }

    public Task<TimeSpan> EnqueueAsync(int count) => AskAsync($"enqueue {count}");

    public Task<TimeSpan> ProcessAsync(int count) => AskAsync($"process {count}");

    public async ValueTask DisposeAsync()
    {
        // It ends with its input, unless it hangs.
        _process.StandardInput.Close();
        await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(Patience / 10));
        _process.Kill();
        _process.Dispose();
    }

    private async Task<TimeSpan> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        var answer = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
            ?? throw new InvalidOperationException($"BullMQ ended at \"{command}\".");
        return TimeSpan.FromSeconds(double.Parse(answer, CultureInfo.InvariantCulture));
    }
}
