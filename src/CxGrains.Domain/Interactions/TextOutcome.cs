namespace CxGrains.Domain.Interactions;

/// <summary>How decoding a JSON string went.</summary>
internal enum TextOutcome
{
    /// <summary>The target holds the whole text.</summary>
    Whole,

    /// <summary>The target holds the text's start, cut between two characters.</summary>
    Cut,

    /// <summary>The text has an escape that is half a character (a lone surrogate), and the target holds nothing.</summary>
    Broken,
}
