namespace CxGrains.Domain.Customers;

/// <summary>
/// Something a record means for a population's sums besides its members: what a ticket's reply took, a step in a journey. It counts
/// for the workspace and for the segments that the customer is in then, or those it names itself, and is never withdrawn.
/// </summary>
public abstract record Contribution
{
    /// <summary>What it is, as stored.</summary>
    internal abstract ContributionKind Kind { get; }

    /// <summary>The segments that it counts for whether the customer is in them or not, one bit a slot; 0 where it counts for those it is in.</summary>
    public virtual ulong Segments => 0;

    /// <summary>Writes it, behind its kind.</summary>
    internal abstract void Encode(BinaryWriter writer);
}
