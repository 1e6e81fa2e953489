namespace CxGrains.Architecture.Tests;

/// <summary>The checkout these tests run from, and the files in it that people write.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    /// <summary>The C# files below the given folders, without what the build writes.</summary>
    public static IEnumerable<SourceFile> CSharpFiles(params string[] folders) =>
        Files("*.cs", folders).Select(path => new SourceFile(RelativePath(path), File.ReadAllText(path)));

    /// <summary>The project files below the given folders.</summary>
    public static IEnumerable<Project> Projects(params string[] folders) =>
        Files("*.csproj", folders).Select(Project.Load);

    /// <summary>The text of a file.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Files(string pattern, string[] folders) => folders
        .Select(folder => Path.Combine(Root, folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(path => !RelativePath(path).Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
        .Order(StringComparer.Ordinal);

    private static string RelativePath(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CxGrains.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No CxGrains.sln in or above {AppContext.BaseDirectory}.");
    }
}
