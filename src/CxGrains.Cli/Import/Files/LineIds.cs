namespace CxGrains.Cli.Import.Files;

/// <summary>Ids of lines that bring none: they depend on the file's content and the line alone, so that importing it again changes nothing.</summary>
/// <param name="contentHash">The SHA-256 of the file, lower-case hex.</param>
/// <param name="tag">Sets the ids of this import apart from those of another import of the same file; empty for none.</param>
internal sealed class LineIds(string contentHash, string tag)
{
    // 128 bits: two files that share them do not come up.
    private const int HashCharsMax = 32;

    private readonly string _prefix = $"{contentHash[..HashCharsMax]}-{(tag.Length > 0 ? tag + "-" : "")}";

    /// <summary>The id of a line.</summary>
    public string Of(long line) => _prefix + line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
