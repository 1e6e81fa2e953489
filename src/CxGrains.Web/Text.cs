using CxGrains.Domain;

namespace CxGrains.Web;

/// <summary>Checks of short texts.</summary>
internal static class Text
{
    /// <summary>An identifier as it came.</summary>
    /// <exception cref="InvalidFieldException">It is empty, too long, or holds control characters.</exception>
    public static string CheckId(string id, string field) => Check(id, field, Limits.IdCharsMax);

    /// <summary>A display name as it came.</summary>
    /// <exception cref="InvalidFieldException">It is empty, too long, or holds control characters.</exception>
    public static string CheckName(string name, string field) => Check(name, field, Limits.DisplayNameCharsMax);

    /// <summary>A text short enough for an error message.</summary>
    public static string Shorten(string text) => Excerpt.Shorten(text, Limits.NameCharsMax);

    private static string Check(string text, string field, int charsMax)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > charsMax)
        {
            throw new InvalidFieldException(field, $"has {text.Length} characters and must have 1 to {charsMax}");
        }

        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                throw new InvalidFieldException(field, $"holds the control character U+{(int)c:X4}");
            }
        }

        return text;
    }
}
