namespace CxGrains.Cli.Import.Reporting;

/// <summary>Shows an import or a move while it runs. Used by one thread at a time, messages excepted.</summary>
internal interface IImportView
{
    /// <summary>Does the work while showing it.</summary>
    Task RunAsync(Func<Task> work);

    /// <summary>Shows how far it has come.</summary>
    /// <param name="lines">Lines, or customers, the server has answered for.</param>
    /// <param name="rejected">Those of them that were not taken.</param>
    /// <param name="share">Part of the whole, 0 to 1.</param>
    void Report(long lines, long rejected, double share);

    /// <summary>Shows a message. Safe from any thread.</summary>
    void Say(string message);
}
