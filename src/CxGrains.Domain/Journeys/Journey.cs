using System.Text.Json.Serialization;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Journeys;

/// <summary>Stages that customers go through in order. The first stage begins it, the last one finishes it.</summary>
public sealed record Journey
{
    /// <summary>The id, unique in the workspace.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>Days in one stage after which a customer is dropped, 1 to <see cref="Limits.JourneyDropDaysMax"/>; 30 by default.</summary>
    public int DropDays { get; init; } = 30;

    /// <summary>The stages in order, 2 to <see cref="Limits.JourneyStagesMax"/>.</summary>
    public required IReadOnlyList<JourneyStage> Stages { get; init; }

    /// <summary>Where its counts stand, from 0; stays with the id. Decided by the system.</summary>
    public int Slot { get; init; }

    /// <summary>The version of the settings in which it last came to count otherwise; counts of other versions are not its own. Decided by the system.</summary>
    public int Version { get; init; }

    /// <summary>The number of the last stage.</summary>
    [JsonIgnore]
    public int LastStage => Stages.Count - 1;

    /// <summary>How long a customer may stay in one stage, in milliseconds.</summary>
    [JsonIgnore]
    public long DropMs => DropDays * TimeSpan.MillisecondsPerDay;

    /// <summary>The first stage, from one on, that an interaction enters; null for none.</summary>
    public int? FirstMatch(Interaction interaction, int fromStage)
    {
        for (var stage = fromStage; stage < Stages.Count; stage++)
        {
            if (Stages[stage].Matches(interaction))
            {
                return stage;
            }
        }

        return null;
    }

    /// <summary>Whether both count the same, whatever they and their stages are called.</summary>
    public bool CountsLike(Journey other) =>
        DropDays == other.DropDays && Stages.Select(Unnamed).SequenceEqual(other.Stages.Select(Unnamed));

    private static JourneyStage Unnamed(JourneyStage stage) => stage with { Name = "" };
}
