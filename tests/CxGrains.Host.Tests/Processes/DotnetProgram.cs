using System.Diagnostics;

namespace CxGrains.Host.Tests.Processes;

/// <summary>Starts programs that were built beside the tests.</summary>
internal static class DotnetProgram
{
    /// <summary>How to start one, with both its outputs redirected.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="arguments">The command line.</param>
    public static ProcessStartInfo StartInfo(string name, IEnumerable<string> arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        Assert.True(File.Exists(path), $"{path} was not built");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What the machine says elsewhere must not reach the program under test.
        foreach (var inherited in start.Environment.Keys.Where(IsSetting).ToList())
        {
            start.Environment.Remove(inherited);
        }

        return start;
    }

    private static bool IsSetting(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("CX_", StringComparison.OrdinalIgnoreCase)
        || variable.Contains("__", StringComparison.Ordinal);
}
