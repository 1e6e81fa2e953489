using System.CommandLine;
using System.Net;

namespace CxGrains.Host;

/// <summary>What the command line says.</summary>
/// <param name="Data">The data directory.</param>
/// <param name="Urls">Where to listen, separated by semicolons.</param>
/// <param name="Demo">Whether to run the demo company.</param>
internal sealed record HostSettings(string? Data, string? Urls, bool Demo)
{
    /// <summary>Where the program listens unless told otherwise.</summary>
    public const string DefaultUrls = "http://localhost:5080";

    /// <summary>The command line, which runs the program with what it was told.</summary>
    public static RootCommand Command(Func<HostSettings, CancellationToken, Task<int>> run)
    {
        var data = new Option<string?>("--data") { Description = "The data directory (default ./data, with --demo ./data-demo)." };
        var urls = new Option<string?>("--urls") { Description = $"Where to listen, separated by semicolons (default {DefaultUrls})." };
        var demo = new Option<bool>("--demo") { Description = "Run an invented company with a year of history and live traffic; listens on this machine only." };
        var command = new RootCommand("CxGrains: real-time customer-experience analytics in one process.") { data, urls, demo };
        command.SetAction((parsed, cancellation) => run(new HostSettings(parsed.GetValue(data), parsed.GetValue(urls), parsed.GetValue(demo)), cancellation));
        return command;
    }

    /// <summary>The first of some addresses that others than this machine can reach; null where there is none.</summary>
    public static string? FirstOpenUrl(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .FirstOrDefault(url => !IsLoopback(url));

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
