namespace CxGrains.Cli;

/// <summary>What the process answers to the shell.</summary>
internal static class ExitCode
{
    /// <summary>All was done and nothing was rejected.</summary>
    public const int Ok = 0;

    /// <summary>All was done, but some lines were rejected.</summary>
    public const int SomeRejected = 1;

    /// <summary>The command line, or the file it names, does not say what to do.</summary>
    public const int Usage = 2;

    /// <summary>The server could not be reached or refused.</summary>
    public const int Server = 3;

    /// <summary>Stopped by Ctrl+C, as shells count it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
