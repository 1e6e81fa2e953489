namespace CxGrains.Abstractions.Queries;

/// <summary>The order of a customer list. Ties go by id.</summary>
public enum CustomerSort
{
    /// <summary>Highest churn probability first.</summary>
    Risk = 0,

    /// <summary>Latest activity first.</summary>
    LastSeen = 1,

    /// <summary>Highest engagement first.</summary>
    Engagement = 2,

    /// <summary>Highest value first.</summary>
    Value = 3,

    /// <summary>By name, then id.</summary>
    Name = 4,
}
