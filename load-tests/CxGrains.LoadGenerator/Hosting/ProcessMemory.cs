using System.Globalization;

namespace CxGrains.LoadGenerator.Hosting;

/// <summary>Resident memory as Linux counts it.</summary>
internal static class ProcessMemory
{
    private const string Field = "VmRSS:";

    /// <summary>The resident bytes of a process; null where the system is not Linux.</summary>
    public static long? ResidentBytes(int process)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(Field, StringComparison.Ordinal));
        var kibibytes = line[Field.Length..].Trim().Split(' ')[0];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) * 1024;
    }
}
