using System.CommandLine;

namespace CxGrains.Silo;

/// <summary>What the command line says.</summary>
internal static class SiloCommand
{
    /// <summary>Where the program listens unless told otherwise.</summary>
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>The command line, which runs the program with where it was told to listen; null where it was not.</summary>
    public static RootCommand Of(Func<string?, CancellationToken, Task<int>> run)
    {
        var urls = new Option<string?>("--urls") { Description = $"Where to listen for people and tools, separated by semicolons (default {DefaultUrls})." };
        var command = new RootCommand("""
            A silo of a CxGrains cluster: the web and the grains.

            Settings are read from the environment and from appsettings.json, those of all sections in docs/operations.md:
              Cluster__ConnectionString  the PostgreSQL database all silos share, as Host=…;Database=…;Username=…;Password=…
              CX_ADMIN_KEY               an admin key of the workspace 'default', 16 to 256 characters
              Silo__AdvertisedHost       the name or address under which other silos reach this one
              Silo__SiloPort             the port for other silos (default 11111)
            """) { urls };
        command.SetAction((parsed, cancellation) => run(parsed.GetValue(urls), cancellation));
        return command;
    }
}
