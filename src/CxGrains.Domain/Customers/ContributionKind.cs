namespace CxGrains.Domain.Customers;

/// <summary>What a contribution is. The numbers are stored; never renumber.</summary>
internal enum ContributionKind : byte
{
    /// <summary>A ticket was opened, answered, resolved, or missed its target.</summary>
    Ticket = 1,

    /// <summary>A step in a journey.</summary>
    Journey = 2,

    /// <summary>What became of a churn prediction.</summary>
    Outcome = 3,
}
