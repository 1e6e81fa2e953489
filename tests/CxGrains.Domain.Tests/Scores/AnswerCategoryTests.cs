using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Scores;

public class AnswerCategoryTests
{
    [Theory]
    [InlineData(SurveyMetric.Nps, 0, 10, "detractor")]
    [InlineData(SurveyMetric.Nps, 6, 10, "detractor")]
    [InlineData(SurveyMetric.Nps, 7, 10, "passive")]
    [InlineData(SurveyMetric.Nps, 8, 10, "passive")]
    [InlineData(SurveyMetric.Nps, 9, 10, "promoter")]
    [InlineData(SurveyMetric.Nps, 10, 10, "promoter")]
    [InlineData(SurveyMetric.Csat, 3, 5, "unsatisfied")]
    [InlineData(SurveyMetric.Csat, 4, 5, "satisfied")]
    [InlineData(SurveyMetric.Csat, 4, 7, "unsatisfied")]
    [InlineData(SurveyMetric.Ces, 3, 7, "hard")]
    [InlineData(SurveyMetric.Ces, 4, 7, "neutral")]
    [InlineData(SurveyMetric.Ces, 5, 7, "easy")]
    [InlineData(SurveyMetric.Rating, 5, 5, null)]
    public void The_category_follows_from_the_score(SurveyMetric metric, int score, int scale, string? category) =>
        Assert.Equal(category, AnswerCategory.Of(metric, score, scale));
}
