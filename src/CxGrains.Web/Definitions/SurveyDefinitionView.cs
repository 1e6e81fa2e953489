using CxGrains.Domain.Surveys;

namespace CxGrains.Web.Definitions;

/// <summary>A survey as defined.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="Scale">The top of the scale.</param>
/// <param name="CesMethod">Which CES method it shows; only for <c>ces</c>.</param>
internal sealed record SurveyDefinitionView(string Id, string Name, SurveyMetric Metric, int Scale, CesMethod? CesMethod)
{
    /// <summary>The view of a definition.</summary>
    public static SurveyDefinitionView Of(SurveyDefinition survey) =>
        new(survey.Id, survey.Name, survey.Metric, survey.Scale, survey.Metric == SurveyMetric.Ces ? survey.CesMethod : null);
}
