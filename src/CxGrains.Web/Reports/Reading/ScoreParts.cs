using CxGrains.Abstractions.Views;
using CxGrains.Domain.Scores;

namespace CxGrains.Web.Reports.Reading;

/// <summary>A survey's answers by channel or touchpoint, with a part for those that have none.</summary>
internal static class ScoreParts
{
    /// <summary>The parts.</summary>
    /// <param name="survey">The survey; null where there is none.</param>
    /// <param name="rowsOf">Gives its rows.</param>
    /// <param name="rest">The name of the part that has none.</param>
    public static IReadOnlyList<ScorePart> Of(SurveyView? survey, Func<SurveyView, IReadOnlyList<BreakdownRow>> rowsOf, string rest)
    {
        if (survey is not { Responses: > 0 } || ScoreOf(survey) is not { } score)
        {
            return [];
        }

        var parts = rowsOf(survey).Where(row => row is { Responses: > 0, Score: not null }).Select(row => new ScorePart(row.Name, row.Responses, row.Score!.Value)).ToList();
        var without = survey.Responses - parts.Sum(part => part.Responses);
        if (without > 0)
        {
            parts.Add(new ScorePart(rest, without, ((score * survey.Responses) - parts.Sum(part => part.Score * part.Responses)) / without));
        }

        return parts;
    }

    private static double? ScoreOf(SurveyView survey) => survey.Nps?.Score ?? survey.Csat?.Score ?? survey.Ces?.Score ?? survey.Rating?.Score;
}
