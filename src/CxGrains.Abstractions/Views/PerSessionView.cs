namespace CxGrains.Abstractions.Views;

/// <summary>How much of something there is to a session.</summary>
public sealed record PerSessionView
{
    /// <summary>Whether there are sessions.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>The mean of a session, from 0.</summary>
    public double? PerSession { get; init; }

    /// <summary>How much there is in all.</summary>
    public required long Total { get; init; }

    /// <summary>Sessions.</summary>
    public required long Sessions { get; init; }
}
