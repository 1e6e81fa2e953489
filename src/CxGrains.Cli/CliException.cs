using CxGrains.Domain;

namespace CxGrains.Cli;

/// <summary>The root of what ends a command on purpose: a message for people and the exit code.</summary>
internal abstract class CliException : CxException
{
    protected CliException(string message, int exitCode)
        : base(message) => ExitCode = exitCode;

    protected CliException(string message, int exitCode, Exception inner)
        : base(message, inner) => ExitCode = exitCode;

    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; }
}
