using CxGrains.Domain;

namespace CxGrains.Web.Users;

/// <summary>
/// The names that users sign in with. Few characters, so that no two names look alike, and an e-mail address is one; what others see may be in
/// any script.
/// </summary>
internal static class UserName
{
    /// <summary>Characters of a name.</summary>
    public const int CharsMax = 50;

    private const string Others = ".-_+@";

    /// <summary>The name as it is stored: letters small.</summary>
    /// <exception cref="InvalidFieldException">It is empty, too long, or holds other characters.</exception>
    public static string Check(string name, string field)
    {
        if (name.Length is 0 or > CharsMax)
        {
            throw new InvalidFieldException(field, $"has {name.Length} characters and must have 1 to {CharsMax}");
        }

        return Find(name) ?? throw new InvalidFieldException(field, $"'{Text.Shorten(name)}' must hold only letters a to z, digits and {Others}");
    }

    /// <summary>The name as it is stored; null where nobody can have it.</summary>
    public static string? Find(string name) =>
        name.Length is > 0 and <= CharsMax && name.All(c => char.IsAsciiLetterOrDigit(c) || Others.Contains(c, StringComparison.Ordinal)) ? name.ToLowerInvariant() : null;
}
