namespace CxGrains.Domain.Customers;

/// <summary>What a customer has said of leaving, as it stands: nothing, that it wants to, or that it has.</summary>
/// <param name="AtMs">When, Unix milliseconds UTC; 0 where nothing stands.</param>
/// <param name="IsDone">Whether it has cancelled; otherwise it asked to.</param>
public readonly record struct Departure(long AtMs, bool IsDone)
{
    /// <summary>Whether it stands.</summary>
    public bool IsKnown => AtMs != 0;
}
