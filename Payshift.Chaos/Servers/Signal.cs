using System.Runtime.InteropServices;

namespace Payshift.Chaos.Servers;

/// <summary>Signals that stop a process in its tracks and let it go on. Their numbers differ between systems.</summary>
internal static partial class Signal
{
    private static readonly int Stop = OperatingSystem.IsLinux() ? 19 : 17;
    private static readonly int Continue = OperatingSystem.IsLinux() ? 18 : 19;

    public static void Pause(int pid) => _ = Send(pid, Stop);

    public static void Resume(int pid) => _ = Send(pid, Continue);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int pid, int signal);
}
