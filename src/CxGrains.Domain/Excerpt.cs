namespace CxGrains.Domain;

/// <summary>The beginning of a text, no surrogate pair torn apart.</summary>
public static class Excerpt
{
    /// <summary>How many of a longer text's characters its beginning has.</summary>
    /// <param name="text">The text, longer than <paramref name="charsMax"/>.</param>
    /// <param name="charsMax">Characters at most, from 1.</param>
    public static int Length(ReadOnlySpan<char> text, int charsMax) => char.IsHighSurrogate(text[charsMax - 1]) ? charsMax - 1 : charsMax;

    /// <summary>A text, or its beginning where it is longer than so many characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="charsMax">Characters at most, from 1.</param>
    public static string Of(string text, int charsMax) => text.Length <= charsMax ? text : text[..Length(text, charsMax)];

    /// <summary>A text, or its beginning and an ellipsis where it is longer than so many characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="charsMax">Characters at most, from 1, the ellipsis not counted.</param>
    public static string Shorten(string text, int charsMax) => text.Length <= charsMax ? text : $"{text.AsSpan(0, Length(text, charsMax))}…";
}
