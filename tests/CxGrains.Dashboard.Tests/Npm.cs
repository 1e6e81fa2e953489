using System.Diagnostics;

namespace CxGrains.Dashboard.Tests;

/// <summary>Runs the dashboard's npm scripts.</summary>
internal static class Npm
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(5);

    /// <summary>Where npm is; null where it is nowhere in the PATH.</summary>
    public static string? Path { get; } = Find();

    /// <summary>The dashboard's sources.</summary>
    public static string DashboardDirectory { get; } = FindDashboard();

    /// <summary>Runs a script and fails with what it printed unless it succeeds.</summary>
    public static async Task RunAsync(string script)
    {
        Assert.True(Path is not null, "npm was not found in the PATH, and in CI these checks must run.");

        var start = new ProcessStartInfo(Path, ["run", script])
        {
            WorkingDirectory = DashboardDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(TimeMax);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"npm run {script} did not end within {TimeMax}.");
        }

        Assert.True(process.ExitCode == 0, $"npm run {script} ended with {process.ExitCode}:\n{await output}\n{await errors}");
    }

    private static string? Find()
    {
        var name = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => System.IO.Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }

    private static string FindDashboard()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CxGrains.sln")))
            {
                return System.IO.Path.Combine(folder.FullName, "src", "CxGrains.Dashboard");
            }
        }

        throw new InvalidOperationException($"No CxGrains.sln in or above {AppContext.BaseDirectory}.");
    }
}
