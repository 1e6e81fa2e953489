using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views;

/// <summary>One survey over a window. Topic <c>survey/{id}</c> (window 30 days). Of the four scores only the survey's own is given.</summary>
public sealed record SurveyView
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What it measures.</summary>
    public required SurveyMetric Metric { get; init; }

    /// <summary>The top of the scale.</summary>
    public required int Scale { get; init; }

    /// <summary>The instant the window ends at.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>UTC days in the window, the day of <see cref="AsOf"/> included.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Answers in the window.</summary>
    public required long Responses { get; init; }

    /// <summary>Answers of all time.</summary>
    public required long ResponsesAllTime { get; init; }

    /// <summary>For an NPS survey.</summary>
    public NpsView? Nps { get; init; }

    /// <summary>For a CSAT survey.</summary>
    public CsatView? Csat { get; init; }

    /// <summary>For a CES survey.</summary>
    public CesView? Ces { get; init; }

    /// <summary>For a rating.</summary>
    public RatingView? Rating { get; init; }

    /// <summary>Whether the score has changed against the window of the same length before.</summary>
    public required ChangeView Change { get; init; }

    /// <summary>Response rate in the window.</summary>
    public required ResponseRateView ResponseRate { get; init; }

    /// <summary>Answers in the window by score, every score of the scale, as text keys.</summary>
    public required IReadOnlyDictionary<string, long> Histogram { get; init; }

    /// <summary>Trailing 30-day score for each of the last 60 UTC days, by ISO date.</summary>
    public required IReadOnlyDictionary<string, TrendPoint> Trend { get; init; }

    /// <summary>By channel, most answers first.</summary>
    public required IReadOnlyList<BreakdownRow> Channels { get; init; }

    /// <summary>By touchpoint, most answers first.</summary>
    public required IReadOnlyList<BreakdownRow> Touchpoints { get; init; }

    /// <summary>Comments in the window, newest first, at most 50.</summary>
    public required IReadOnlyList<CommentView> Comments { get; init; }
}
