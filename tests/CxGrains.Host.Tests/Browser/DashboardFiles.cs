namespace CxGrains.Host.Tests.Browser;

/// <summary>The files that the dashboard is made of.</summary>
internal static class DashboardFiles
{
    /// <summary>The text of one.</summary>
    /// <param name="path">Where it lies within the dashboard, such as <c>src/app/router.tsx</c>.</param>
    public static string Read(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CxGrains.sln")))
            {
                return File.ReadAllText(Path.Combine(folder.FullName, "src", "CxGrains.Dashboard", path));
            }
        }

        throw new InvalidOperationException($"No CxGrains.sln in or above {AppContext.BaseDirectory}.");
    }
}
