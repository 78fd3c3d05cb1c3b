using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Payshift.LocalHost.Services;

/// <summary>The identity of a process: its pid and start time, which tell it apart from a later process with the same pid.</summary>
internal sealed record ProcessIdentity(int Pid, string Started)
{
    private const int StartTimeField = 19;

    /// <returns>Null where no such process runs.</returns>
    public static ProcessIdentity? Of(int pid) => StartOf(pid) is { } started ? new ProcessIdentity(pid, started) : null;

    public static ProcessIdentity? Parse(string text) =>
        text.Trim().Split(' ') is [var pid, var started] && int.TryParse(pid, CultureInfo.InvariantCulture, out var id)
            ? new ProcessIdentity(id, started)
            : null;

    public bool IsRunning => Of(Pid) == this;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Pid} {Started}");

    private static string? StartOf(int pid)
    {
        try
        {
            return OperatingSystem.IsLinux() ? StartOnLinux(pid) : StartElsewhere(pid);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    // Ticks since boot are exact. Process.StartTime is computed from them and varies a little.
    private static string? StartOnLinux(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        // The name in parentheses may contain anything, including spaces.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var isGone = fields[0] is "Z" or "X";
        return isGone ? null : fields[StartTimeField];
    }

    private static string StartElsewhere(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }
}
