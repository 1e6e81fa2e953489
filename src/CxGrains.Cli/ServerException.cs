namespace CxGrains.Cli;

/// <summary>The server could not be reached or refused. Names the address and what it answered.</summary>
internal sealed class ServerException : CliException
{
    public ServerException(string message)
        : base(message, Cli.ExitCode.Server)
    {
    }

    public ServerException(string message, Exception inner)
        : base(message, Cli.ExitCode.Server, inner)
    {
    }
}
