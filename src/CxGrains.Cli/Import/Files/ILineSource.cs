namespace CxGrains.Cli.Import.Files;

/// <summary>A file as a stream of interactions.</summary>
internal interface ILineSource : IDisposable
{
    /// <summary>Reads the lines in the order of the file, once. Blank lines are left out.</summary>
    IEnumerable<SourceLine> Lines();
}
