namespace CxGrains.Domain;

/// <summary>
/// A 64-bit fingerprint of a text that is the same on every machine and in every version, so that it can be stored.
/// <see cref="string.GetHashCode()"/> is seeded per process and cannot; the domain takes no package for it.
/// FNV-1a (Fowler, Noll, Vo) with the finaliser of MurmurHash3, which spreads short sequential ids over all bits.
/// Two of a customer's 256 recent ids share a fingerprint with a chance below 2^-48.
/// </summary>
public static class Fingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>The fingerprint of UTF-8 bytes; never 0, which stands for "no id".</summary>
    public static ulong Of(ReadOnlySpan<byte> utf8)
    {
        var hash = Basis;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>The fingerprint of a text's UTF-16 code units; never 0. Differs from the fingerprint of its UTF-8 bytes.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return Finish(hash);
    }

    /// <summary>The fingerprint of a number; never 0.</summary>
    public static ulong Of(long number) => Finish(Basis ^ (ulong)number);

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53;
        hash ^= hash >> 33;
        return hash == 0 ? 1 : hash;
    }
}
