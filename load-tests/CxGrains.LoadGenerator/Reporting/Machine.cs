using System.Globalization;
using System.Runtime.InteropServices;

namespace CxGrains.LoadGenerator.Reporting;

/// <summary>The machine that figures were measured on, without what tells it from others of its kind.</summary>
/// <param name="Cpu">The processor's model.</param>
/// <param name="Cores">Logical cores that this process may use.</param>
/// <param name="MemoryBytes">Memory that this process may use.</param>
/// <param name="System">The operating system.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="FileSystem">The kind of file system that the data lay on.</param>
/// <param name="LoadAverageBefore">Processes that ran or waited for a core in the minute before; above 0 the machine was not idle. Null off Linux.</param>
internal sealed record Machine(string Cpu, int Cores, long MemoryBytes, string System, string Runtime, string FileSystem, double? LoadAverageBefore)
{
    private const string ModelField = "model name";

    /// <summary>Looks at this machine.</summary>
    /// <param name="workDirectory">Where the data will lie.</param>
    public static Machine Describe(string workDirectory) => new(
        CpuModel(),
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        FileSystemOf(workDirectory),
        LoadAverage());

    private static string CpuModel()
    {
        var model = OperatingSystem.IsLinux()
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(ModelField, StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return model ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    // The drive with the longest name that the path begins with is the one it is on.
    private static string FileSystemOf(string path) => DriveInfo.GetDrives()
        .Where(drive => Path.GetFullPath(path).StartsWith(drive.Name, StringComparison.Ordinal))
        .MaxBy(drive => drive.Name.Length)?.DriveFormat ?? "unknown";

    private static double? LoadAverage() =>
        OperatingSystem.IsLinux() ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null;
}
