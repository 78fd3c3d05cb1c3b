using System.Runtime.InteropServices;

namespace Payshift.LocalHost.Services;

/// <summary>Signals to processes, which .NET cannot send.</summary>
internal static partial class ServiceSignals
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    /// <summary>Sends SIGINT, on which both services save their data and stop.</summary>
    public static void SendInterrupt(ProcessIdentity process) => Send(process, Interrupt);

    public static void SendKill(ProcessIdentity process) => Send(process, Kill);

    private static void Send(ProcessIdentity process, int signal)
    {
        // A failure means that the process has already ended.
        if (process.IsRunning)
        {
            _ = SendSignal(process.Pid, signal);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
