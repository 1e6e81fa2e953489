using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Web.Keys;

/// <summary>Keys as people hold them, and the hash they are stored by.</summary>
internal static class KeyText
{
    /// <summary>Fewest characters of a key that a person chose.</summary>
    public const int CharsMin = 16;

    /// <summary>Most characters of a key.</summary>
    public const int CharsMax = 256;

    private const int RandomBytes = 32;

    /// <summary>Characters of a key's id.</summary>
    public const int IdChars = 16;

    /// <summary>A new key: <c>cx_</c> and 256 random bits in base64url.</summary>
    public static string New() => "cx_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>
    /// The stored form. Plain SHA-256 is right here: a key is 256 random bits and not a password, so that there is nothing to guess
    /// and a slow, salted hash would only slow down each request. Looking up by hash also leaves no comparison whose time tells anything.
    /// </summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>What a key is called once nobody may see it: the beginning of its hash, which gives nothing of the key away.</summary>
    public static string IdOf(string hash) => hash[..IdChars];
}
