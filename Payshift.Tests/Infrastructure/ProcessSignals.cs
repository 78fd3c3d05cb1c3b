using System.Diagnostics;

namespace Payshift.Tests.Infrastructure;

/// <summary>Signals to processes that tests started, by their names without SIG. They fail where the process is gone.</summary>
internal static class ProcessSignals
{
    public static async Task SignalAsync(this Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }
}
