namespace CxGrains.Domain.Customers;

/// <summary>
/// Something a record means for a population's sums besides its members: what a ticket's reply took, a step in a journey. It counts
/// for the workspace, and for the segments that the customer is in then where it does not name others.
/// </summary>
public abstract record Contribution
{
    /// <summary>The segments it counts for, one bit a slot; null for those that the customer is in now.</summary>
    public virtual ulong? Segments => null;

    /// <summary>What it is, as stored.</summary>
    internal abstract ContributionKind Kind { get; }

    /// <summary>Writes it, behind its kind.</summary>
    internal abstract void Encode(BinaryWriter writer);
}
