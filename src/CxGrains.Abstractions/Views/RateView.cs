namespace CxGrains.Abstractions.Views;

/// <summary>How many of some things had something.</summary>
public sealed record RateView
{
    /// <summary>Whether there is a rate: there is none where nothing is counted behind it, or more had it than there are.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Percent, 0 to 100.</summary>
    public double? Percent { get; init; }

    /// <summary>How many had it.</summary>
    public required long Count { get; init; }

    /// <summary>How many there are.</summary>
    public required long Of { get; init; }
}
