using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Ingest;

/// <summary>Says whether an answer may be taken, wherever it comes from.</summary>
public static class AnswerAdmission
{
    /// <summary>Whether the answer fits the survey as defined.</summary>
    /// <param name="interaction">What happened.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="definitions">What is defined.</param>
    /// <param name="created">The survey that must be created first, where the answer fits none because it is new; null otherwise.</param>
    /// <param name="error">What is wrong, where it does not fit and there is nothing to create.</param>
    public static bool Fits(Interaction interaction, SurveyAnswer answer, WorkspaceDefinitions definitions, out SurveyDefinition? created, out InteractionError error)
    {
        created = null;
        error = default;
        var isKnown = definitions.Surveys.TryGetValue(answer.Survey, out var survey);
        if (!isKnown && answer.Metric is null)
        {
            error = new InteractionError("survey", $"there is no survey '{answer.Survey}' in this workspace; {Remedy(interaction)}");
            return false;
        }

        survey ??= SurveyOf(answer, answer.Metric!.Value);

        // A survey that was sent has no score to check.
        if (interaction.Type == InteractionTypes.SurveyResponse && !SurveyAnswerCheck.Check(answer, survey, out error))
        {
            return false;
        }

        created = isKnown ? null : survey;
        return isKnown;
    }

    private static string Remedy(Interaction interaction) => interaction.Type == InteractionTypes.SurveyResponse
        ? "name its metric (nps, csat, ces, rating) to create it"
        : "define it first, or send an answer that names its metric";

    private static SurveyDefinition SurveyOf(SurveyAnswer answer, SurveyMetric metric)
    {
        var scale = SurveyDefinition.DefaultScale(metric);
        return new SurveyDefinition
        {
            Id = answer.Survey,
            Name = answer.Survey,
            Metric = metric,
            Scale = metric is SurveyMetric.Csat or SurveyMetric.Rating ? answer.Scale ?? scale : scale,
        };
    }
}
