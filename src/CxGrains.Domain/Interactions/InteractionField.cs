namespace CxGrains.Domain.Interactions;

/// <summary>The top-level members of an interaction that mean something to this version.</summary>
internal enum InteractionField
{
    /// <summary>A member this version does not know; ignored, so that newer senders work.</summary>
    Unknown,
    Id,
    Customer,
    Type,
    At,
    Channel,
    Touchpoint,
    Value,
    Currency,
    Properties,
    Survey,
    Metric,
    Scale,
    Score,
    Comment,
    Response,
    Revision,
    Traits,
    Account,
    Purpose,
    Granted,
    PreviousId,
}
