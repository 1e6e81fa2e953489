namespace CxGrains.Abstractions.Queries;

/// <summary>The order of a list of accounts. Ties go by id.</summary>
public enum AccountSort
{
    /// <summary>The account whose worst customer is most likely to leave first.</summary>
    Risk = 0,

    /// <summary>Highest value first.</summary>
    Value = 1,

    /// <summary>Most customers first.</summary>
    Customers = 2,

    /// <summary>Latest activity first.</summary>
    LastSeen = 3,

    /// <summary>The renewal that comes next first, then those that are over, the latest first, then those of which none is known.</summary>
    Renewal = 4,

    /// <summary>By name, then id.</summary>
    Name = 5,
}
