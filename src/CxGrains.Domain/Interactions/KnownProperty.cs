namespace CxGrains.Domain.Interactions;

/// <summary>The properties that mean something beyond a label.</summary>
internal enum KnownProperty
{
    /// <summary>Any other.</summary>
    None = 0,

    /// <summary>The ticket an interaction belongs to.</summary>
    Ticket = 1,

    /// <summary>How long a visit or a page lasted.</summary>
    DurationSeconds = 2,

    /// <summary>How much a search found.</summary>
    Results = 3,
}
