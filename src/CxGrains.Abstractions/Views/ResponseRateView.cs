namespace CxGrains.Abstractions.Views;

/// <summary>Answers per survey sent, for readers.</summary>
public sealed record ResponseRateView
{
    /// <summary>Whether any sent survey was reported.</summary>
    public required ScoreStatus Status { get; init; }

    /// <summary>Surveys sent in the window (<c>survey_sent</c>).</summary>
    public long Sent { get; init; }

    /// <summary>Answers in the window.</summary>
    public long Responses { get; init; }

    /// <summary>Percent, 0 to 100; absent where none was sent, or where more answers came than were reported sent.</summary>
    public double? Percent { get; init; }
}
