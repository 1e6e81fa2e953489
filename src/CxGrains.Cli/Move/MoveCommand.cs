using System.CommandLine;
using CxGrains.Domain;
using CxGrains.Embedded.Moving;
using CxGrains.Embedded.Storage;

namespace CxGrains.Cli.Move;

/// <summary><c>cx move</c>: its options and help.</summary>
internal sealed class MoveCommand : Command, ICommandWithExamples
{
    private readonly ServerOptions _server = new();

    private readonly Option<string> _data = new("--data", "-d") { Description = "The data directory of a stopped host.", Required = true };

    private MoveCommand()
        : base("move", "Moves a data directory into a cluster that has no interactions of its own. Stopped at any moment, the same command may be repeated.")
    {
        Options.Add(_data);
        _server.AddTo(this);
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          cx move --data /var/lib/cxgrains --url http://silo:5080 --key ADMIN_KEY

        The key is an admin key of the cluster's workspace 'default'. The directory stays as it is.

        Exit codes:
          0  all is moved      2  the command line, or the directory, does not fit
          3  the server cannot be reached or refuses             130  stopped by Ctrl+C

        """;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var command = new MoveCommand();
        command.SetAction((parsed, cancellationToken) => command.RunAsync(parsed, console, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CliConsole console, CancellationToken cancellationToken)
    {
        var (url, key, data) = (_server.Url(parsed), _server.RequiredKey(parsed, console), parsed.GetValue(_data)!);
        using var archive = Open(data);
        return await new Mover(archive, data, url, key, console).RunAsync(cancellationToken);
    }

    private static EmbeddedArchive Open(string data)
    {
        try
        {
            return EmbeddedArchive.Open(data);
        }
        catch (Exception error) when (error is StorageException or StateFormatException)
        {
            throw new UsageException($"--data: {error.Message}", error);
        }
    }
}
