namespace CxGrains.Cli;

/// <summary>What a command talks to: its output, its clock and its environment, so that tests can stand in for them.</summary>
internal sealed class CliConsole
{
    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, bad lines and messages.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, where a bar can be drawn.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>The clock of waits, rates and progress.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>The process's own console.</summary>
    public static CliConsole OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        IsTerminal = !Console.IsErrorRedirected,
    };
}
