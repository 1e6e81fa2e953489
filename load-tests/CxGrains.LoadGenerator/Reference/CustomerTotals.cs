namespace CxGrains.LoadGenerator.Reference;

/// <summary>All that the reference loop keeps of a customer.</summary>
internal struct CustomerTotals
{
    /// <summary>Interactions.</summary>
    public long Count;

    /// <summary>The sum of their values.</summary>
    public double Sum;

    /// <summary>The latest one.</summary>
    public DateTimeOffset LastSeen;
}
