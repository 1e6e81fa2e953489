using System.Diagnostics;
using CxGrains.Host.Tests.Processes;

namespace CxGrains.Host.Tests.Segment;

/// <summary>Runs Node.js programs of this folder.</summary>
internal static class Node
{
    /// <summary>Whether npm is in the PATH, and with it Node.js.</summary>
    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm")));

    /// <summary>Installs the packages of a directory as locked, and fails with what npm printed unless it succeeds.</summary>
    public static Task InstallAsync(string directory) => RunAsync(directory, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts");

    /// <summary>Runs a program to its end and fails with what it printed unless it succeeds.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string directory, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(Until.Deadline);
        var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = process.StandardError.ReadToEndAsync(deadline.Token);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} did not end within {Until.Deadline}.");
        }

        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        return await output;
    }
}
