using System.CommandLine;

namespace CxGrains.Cli;

/// <summary>The options that say which server and with which key.</summary>
internal sealed class ServerOptions
{
    private readonly Option<string> _url = new("--url", "-u")
    {
        Description = "Address of the server.",
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    private readonly Option<string?> _key = new("--key", "-k")
    {
        Description = "Key of the workspace. Without it, the environment variable CX_KEY is used, which keeps the key out of the process list.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_url);
        command.Options.Add(_key);
    }

    /// <summary>The address, with a slash at its end.</summary>
    /// <exception cref="UsageException">It is no http or https address.</exception>
    public Uri Url(ParseResult parsed)
    {
        var text = parsed.GetValue(_url)!;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : throw new UsageException($"--url {text}: not an http or https address");
    }

    /// <summary>The key; null where none was given.</summary>
    public string? Key(ParseResult parsed, CliConsole console) =>
        new[] { parsed.GetValue(_key), console.Environment("CX_KEY") }.FirstOrDefault(key => !string.IsNullOrWhiteSpace(key));

    /// <summary>The key.</summary>
    /// <exception cref="UsageException">None was given.</exception>
    public string RequiredKey(ParseResult parsed, CliConsole console) =>
        Key(parsed, console) ?? throw new UsageException("no key was given: give --key KEY or set the environment variable CX_KEY");
}
