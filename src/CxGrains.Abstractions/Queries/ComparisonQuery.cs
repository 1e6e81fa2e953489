namespace CxGrains.Abstractions.Queries;

/// <summary>What a survey's score is held against: another window, or where <see cref="Segment"/> is given that of another segment.</summary>
public sealed record ComparisonQuery
{
    /// <summary>The survey.</summary>
    public required string Survey { get; init; }

    /// <summary>UTC days of each window, from 1.</summary>
    public required int WindowDays { get; init; }

    /// <summary>The instant the first window ends with; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The instant the other window ends with; null for the one right before the first. Not for segments.</summary>
    public DateTimeOffset? Against { get; init; }

    /// <summary>The first segment; null to compare windows.</summary>
    public string? Segment { get; init; }

    /// <summary>The segment it is held against; null for all customers.</summary>
    public string? With { get; init; }
}
