namespace CxGrains.Cli;

/// <summary>The command line, or the file it names, does not say what to do. Names the option and its value.</summary>
internal sealed class UsageException : CliException
{
    public UsageException(string message)
        : base(message, Cli.ExitCode.Usage)
    {
    }

    public UsageException(string message, Exception inner)
        : base(message, Cli.ExitCode.Usage, inner)
    {
    }
}
