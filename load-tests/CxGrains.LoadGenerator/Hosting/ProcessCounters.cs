using System.Globalization;

namespace CxGrains.LoadGenerator.Hosting;

/// <summary>What Linux knows of a process and .NET does not.</summary>
internal static class ProcessCounters
{
    /// <summary>The resident bytes of a process; null where the system is not Linux.</summary>
    public static long? ResidentBytes(int process) => Read(process, "status", "VmRSS:") * 1024;

    /// <summary>Bytes that a process has had written to disks so far; null where the system is not Linux.</summary>
    public static long? WrittenBytes(int process) => Read(process, "io", "write_bytes:");

    private static long? Read(int process, string file, string field)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var line = File.ReadLines($"/proc/{process}/{file}").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Trim().Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
