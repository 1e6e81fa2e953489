using CxGrains.Host.Tests.Segment;

namespace CxGrains.Host.Tests.Clients;

/// <summary>The TypeScript client's own tests, which Node.js runs.</summary>
public class TypeScriptClientTests
{
    [NodeFact]
    public async Task Its_tests_pass()
    {
        var client = Find();
        await Node.InstallAsync(client);

        var output = await Node.RunAsync(client, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "test");

        Assert.Contains("# fail 0", output, StringComparison.Ordinal);
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CxGrains.sln")))
            {
                return Path.Combine(folder.FullName, "clients", "typescript");
            }
        }

        throw new InvalidOperationException($"No CxGrains.sln in or above {AppContext.BaseDirectory}.");
    }
}
