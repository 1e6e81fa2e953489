namespace CxGrains.Tests;

/// <summary>A test that needs public data beside the project: skips where it is absent, except in CI, where it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PublicDataFactAttribute : FactAttribute
{
    public PublicDataFactAttribute(string file)
    {
        if (FindFile(file) is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = $"../shared/data/{file} is not there";
        }
    }

    /// <summary>The lines of a file beside the project.</summary>
    public static string[] ReadLines(string file) =>
        File.ReadAllLines(FindFile(file) ?? throw new FileNotFoundException($"../shared/data/{file} is not there"));

    private static string? FindFile(string file)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "shared", "data", file);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
