namespace CxGrains.Abstractions.Views;

/// <summary>A journey's funnel.</summary>
public sealed record JourneyView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Days in one stage after which a customer is dropped.</summary>
    public required int DropDays { get; init; }

    /// <summary>Customers that entered the first stage in the window; one that begins again counts again.</summary>
    public required long Entered { get; init; }

    /// <summary>Customers that entered the last stage in the window.</summary>
    public required long Finished { get; init; }

    /// <summary>The stages, in order.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }

    /// <summary>The stage that hurts most.</summary>
    public required WorstStageView HurtsMost { get; init; }
}
