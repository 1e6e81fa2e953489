using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Web.Connectors.Connections;

/// <summary>Hash-based signatures, compared in a time that tells nothing of them.</summary>
internal static class Signatures
{
    /// <summary>HMAC-SHA256 of parts, one behind the other.</summary>
    public static byte[] Sha256(ReadOnlySpan<byte> key, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>HMAC-SHA1, where a tool signs with nothing better. As a signature it is not broken.</summary>
#pragma warning disable CA5350 // The tools decide the algorithm.
    public static byte[] Sha1(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data) => HMACSHA1.HashData(key, data);
#pragma warning restore CA5350

    /// <summary>Whether a header says a signature in hexadecimal digits behind a prefix.</summary>
    public static bool IsHex(string? header, string prefix, ReadOnlySpan<byte> expected)
    {
        if (header is null || !header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[prefix.Length..].Trim().ToLowerInvariant()), Encoding.UTF8.GetBytes(Convert.ToHexStringLower(expected)));
    }

    /// <summary>Whether a header says a signature in base64 behind a prefix.</summary>
    public static bool IsBase64(string? header, string prefix, ReadOnlySpan<byte> expected)
    {
        if (header is null || !header.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[prefix.Length..].Trim()), Encoding.UTF8.GetBytes(Convert.ToBase64String(expected)));
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
