using System.Security.Cryptography;
using System.Text;
using CxGrains.Domain;

namespace CxGrains.Web.Connectors;

/// <summary>Texts of other tools, brought within the bounds of an interaction.</summary>
internal static class MappedText
{
    /// <summary>An id that stands for a text of any length: the text itself where it is short enough, else its SHA-256.</summary>
    public static string Id(string text) => text.Length <= Limits.IdCharsMax ? text : Hashed(text);

    /// <summary>An id made of several texts, the same for the same texts: joined where that is short enough, else their SHA-256.</summary>
    public static string Id(string first, string second)
    {
        // A length in front keeps "a" and "b|c" apart from "a|b" and "c".
        var joined = $"{first.Length}|{first}|{second}";
        return joined.Length <= Limits.IdCharsMax ? joined : Hashed(joined);
    }

    private static string Hashed(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
