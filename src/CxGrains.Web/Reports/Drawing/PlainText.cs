using System.Text;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>Texts that somebody sent, without what would only serve to deceive whoever reads them.</summary>
internal static class PlainText
{
    /// <summary>The text without characters that turn the direction of what follows, without control characters, and with no half of a character.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!TurnsDirection(rune.Value))
            {
                plain.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? new Rune(' ') : rune);
            }
        }

        return plain.ToString();
    }

    private static bool TurnsDirection(int character) => character is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
