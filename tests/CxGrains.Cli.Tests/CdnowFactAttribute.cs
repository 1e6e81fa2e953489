namespace CxGrains.Cli.Tests;

/// <summary>A test that needs the public data beside the project: skips where it is absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CdnowFactAttribute : FactAttribute
{
    public CdnowFactAttribute()
    {
        if (FindFile() is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "../shared/data/cdnow_master.txt is not there";
        }
    }

    /// <summary>The file beside the project; null where it is absent.</summary>
    public static string? FindFile()
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
}
