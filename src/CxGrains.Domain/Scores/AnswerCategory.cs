using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Scores;

/// <summary>The word for an answer, always computed from its score and never taken from the sender.</summary>
public static class AnswerCategory
{
    /// <summary>NPS 9 and 10.</summary>
    public const string Promoter = "promoter";

    /// <summary>NPS 7 and 8.</summary>
    public const string Passive = "passive";

    /// <summary>NPS 0 to 6.</summary>
    public const string Detractor = "detractor";

    /// <summary>CSAT in the top two boxes of its scale.</summary>
    public const string Satisfied = "satisfied";

    /// <summary>CSAT below the top two boxes.</summary>
    public const string Unsatisfied = "unsatisfied";

    /// <summary>CES 5 to 7.</summary>
    public const string Easy = "easy";

    /// <summary>CES 4.</summary>
    public const string Neutral = "neutral";

    /// <summary>CES 1 to 3.</summary>
    public const string Hard = "hard";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [Promoter, Passive, Detractor, Satisfied, Unsatisfied, Easy, Neutral, Hard];

    /// <summary>The category of an answer; null for a rating, which has none.</summary>
    /// <param name="metric">The survey's metric.</param>
    /// <param name="score">From 0 for NPS and 1 for the others, to <paramref name="scale"/>.</param>
    /// <param name="scale">The survey's scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">A CSAT score or scale is outside its range.</exception>
    public static string? Of(SurveyMetric metric, int score, int scale) => metric switch
    {
        SurveyMetric.Nps => score switch
        {
            >= NpsScore.PromoterMin => Promoter,
            > NpsScore.DetractorMax => Passive,
            _ => Detractor,
        },
        SurveyMetric.Csat => CsatScore.IsSatisfied(score, scale) ? Satisfied : Unsatisfied,
        SurveyMetric.Ces => score switch
        {
            >= CesScore.AgreeMin => Easy,
            > CesScore.DisagreeMax => Neutral,
            _ => Hard,
        },
        _ => null,
    };
}
