namespace CxGrains.Domain.Segments;

/// <summary>A segment: a rule over customer state, with live membership.</summary>
public sealed record SegmentDefinition
{
    /// <summary>The id, 1 to <see cref="Limits.IdCharsMax"/> characters.</summary>
    public required string Id { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The rule.</summary>
    public required SegmentRule Rule { get; init; }

    /// <summary>Its bit in a customer's membership, 0 to <see cref="Limits.SegmentsMax"/> - 1; never changes.</summary>
    public required int Slot { get; init; }

    /// <summary>Counts up from 1 with each change; the ETag.</summary>
    public int Version { get; init; } = 1;
}
