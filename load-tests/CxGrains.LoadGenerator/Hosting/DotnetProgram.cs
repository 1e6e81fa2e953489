using System.Diagnostics;

namespace CxGrains.LoadGenerator.Hosting;

/// <summary>Starts a built .NET program.</summary>
internal static class DotnetProgram
{
    /// <summary>How to start it, its output redirected.</summary>
    /// <param name="path">The program's assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Of(string path, params IEnumerable<string> arguments)
    {
        // The host that runs this program is the one to run the other, wherever it is installed.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        return new ProcessStartInfo(dotnet, [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
    }
}
