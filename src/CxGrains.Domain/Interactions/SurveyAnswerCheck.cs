using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Interactions;

/// <summary>Checks an answer against its survey's definition, which the reader of an interaction does not know.</summary>
public static class SurveyAnswerCheck
{
    /// <summary>Whether an answer fits its survey: the metric and the scale it states are the survey's, and its score is on that scale.</summary>
    /// <param name="answer">The answer of a <c>survey_response</c>.</param>
    /// <param name="definition">The definition of <see cref="SurveyAnswer.Survey"/>.</param>
    /// <param name="error">What does not fit, where false is returned.</param>
    public static bool Check(SurveyAnswer answer, SurveyDefinition definition, out InteractionError error)
    {
        error = default;

        if (answer.Metric is { } metric && metric != definition.Metric)
        {
            error = new InteractionError("metric", $"{MetricNames.Of(metric)} is stated, but the survey {Offending.Text(definition.Id)} measures {MetricNames.Of(definition.Metric)}");
        }
        else if (answer.Scale is { } scale && scale != definition.Scale)
        {
            error = new InteractionError("scale", $"{scale} is stated, but the scale of the survey {Offending.Text(definition.Id)} ends at {definition.Scale}");
        }
        else if (answer.Score < definition.ScoreMin || answer.Score > definition.Scale)
        {
            error = new InteractionError("score", $"{answer.Score} is outside {definition.ScoreMin} to {definition.Scale}, the scale of the survey {Offending.Text(definition.Id)}");
        }

        return error == default;
    }
}
