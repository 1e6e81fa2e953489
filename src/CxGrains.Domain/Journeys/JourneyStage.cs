using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Journeys;

/// <summary>A stage of a journey, and the interactions that enter it.</summary>
public sealed record JourneyStage
{
    /// <summary>The id, unique within the journey.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the interactions that enter it.</summary>
    public required string Type { get; init; }

    /// <summary>The channel they must come through; null for any.</summary>
    public string? Channel { get; init; }

    /// <summary>The touchpoint they must come through; null for any.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>Whether an interaction enters it. Compared exactly.</summary>
    public bool Matches(Interaction interaction) =>
        interaction.Type == Type
        && (Channel is null || interaction.Channel == Channel)
        && (Touchpoint is null || interaction.Touchpoint == Touchpoint);
}
