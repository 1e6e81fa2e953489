namespace CxGrains.Domain.Customers;

/// <summary>Orders statements about the same fact: the later wins, ties go by the interaction's fingerprint.</summary>
/// <param name="AtMs">When it was stated, Unix milliseconds UTC.</param>
/// <param name="Key">The interaction's fingerprint.</param>
public readonly record struct Stamp(long AtMs, ulong Key)
{
    /// <summary>Whether this statement replaces another.</summary>
    public bool Beats(Stamp other) => AtMs != other.AtMs ? AtMs > other.AtMs : Key > other.Key;
}
