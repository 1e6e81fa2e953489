using CxGrains.Domain.Interactions;
using CxGrains.Domain.Surveys;
using static CxGrains.Domain.Tests.Interactions.Reading;

namespace CxGrains.Domain.Tests.Interactions;

public class SurveyAnswerCheckTests
{
    [Theory]
    [InlineData(SurveyMetric.Nps, 10, 0)]
    [InlineData(SurveyMetric.Ces, 7, 1)]
    [InlineData(SurveyMetric.Csat, 5, 1)]
    [InlineData(SurveyMetric.Rating, 3, 1)]
    public void A_score_lies_on_the_scale_of_the_survey(SurveyMetric metric, int scale, int min)
    {
        var survey = Survey(metric, scale);
        for (var score = -1; score <= 11; score++)
        {
            var fits = SurveyAnswerCheck.Check(new SurveyAnswer { Survey = "s1", Score = score }, survey, out var error);

            Assert.Equal(score >= min && score <= scale, fits);
            if (!fits)
            {
                AssertError(error, "score", $"{score} is outside {min} to {scale}", "\"s1\"");
            }
        }
    }

    [Fact]
    public void A_stated_metric_is_the_surveys()
    {
        Assert.True(SurveyAnswerCheck.Check(new SurveyAnswer { Survey = "s1", Metric = SurveyMetric.Csat, Score = 3 }, Survey(SurveyMetric.Csat, 5), out _));

        Assert.False(SurveyAnswerCheck.Check(new SurveyAnswer { Survey = "s1", Metric = SurveyMetric.Rating, Score = 3 }, Survey(SurveyMetric.Csat, 5), out var error));
        AssertError(error, "metric", "rating", "csat", "\"s1\"");
    }

    [Fact]
    public void A_stated_scale_is_the_surveys()
    {
        Assert.True(SurveyAnswerCheck.Check(new SurveyAnswer { Survey = "s1", Scale = 5, Score = 3 }, Survey(SurveyMetric.Csat, 5), out _));

        Assert.False(SurveyAnswerCheck.Check(new SurveyAnswer { Survey = "s1", Scale = 7, Score = 3 }, Survey(SurveyMetric.Csat, 5), out var error));
        AssertError(error, "scale", "7", "ends at 5", "\"s1\"");
    }

    private static SurveyDefinition Survey(SurveyMetric metric, int scale) => new() { Id = "s1", Name = "S", Metric = metric, Scale = scale };
}
