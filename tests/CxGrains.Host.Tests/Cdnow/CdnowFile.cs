using System.Globalization;

namespace CxGrains.Host.Tests.Cdnow;

/// <summary>The purchases of an online CD shop, read here in the plainest way.</summary>
internal static class CdnowFile
{
    /// <summary>Its path; null where it is absent.</summary>
    public static string? Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "shared", "data", "cdnow_master.txt");
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Its purchases.</summary>
    public static IReadOnlyList<(string Customer, DateOnly Day, decimal Dollars)> Read(string path) =>
    [
        .. File.ReadLines(path).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(fields => (fields[0], DateOnly.ParseExact(fields[1], "yyyyMMdd", CultureInfo.InvariantCulture), decimal.Parse(fields[3], CultureInfo.InvariantCulture))),
    ];
}
