using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CxGrains.LoadGenerator.Hosting;

/// <summary>Asks a process to end, which .NET has no way to say: <see cref="Process.Kill()"/> gives it no chance to finish.</summary>
internal static class ProcessSignal
{
    private const int Terminate = 15;

    /// <summary>Whether this system has signals.</summary>
    public static bool IsSupported => !OperatingSystem.IsWindows();

    /// <summary>Sends SIGTERM.</summary>
    public static void SendTerminate(Process process)
    {
        if (Kill(process.Id, Terminate) != 0)
        {
            throw new LoadException($"SIGTERM could not be sent to process {process.Id}: error {Marshal.GetLastPInvokeError()}");
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
