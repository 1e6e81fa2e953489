using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Tests.Scores;

public class ChangeViewTests
{
    [Fact]
    public void The_window_is_held_against_the_one_before_and_nothing_else()
    {
        var answers = new AnswerDays();
        Add(answers, 20_000, 60, 4);
        Add(answers, 19_999, 60, 5);
        Add(answers, 19_993, 50, 1);
        Add(answers, 19_992, 60, 5);

        // Seven days that end with 20,000 and the seven before: 19,994 to 20,000, and 19,987 to 19,993.
        var change = ChangeViews.Of(answers, 19_994, 20_000);

        Assert.Equal((120, 110), (change.Csat.Now!.Responses, change.Csat.Before!.Responses));
        Assert.Equal("CSAT rose by 45.45 percentage points, more than chance explains.", change.Csat.Words);
        Assert.Equal((ScoreStatus.NotEnoughData, null, null), (change.Nps.Status, change.Nps.Now, change.Nps.IsReal));
    }

    [Fact]
    public void A_difference_is_real_where_it_is_larger_than_its_margin()
    {
        // Satisfied: 60 of 120 against 40 of 100. Pooled 100 of 220: 10 / (100 * sqrt(5/11 * 6/11 * (1/120 + 1/100))) = 1.483.
        var (first, second) = (new AnswerDays(), new AnswerDays());
        Add(first, 20_000, 60, 5);
        Add(first, 20_000, 60, 1);
        Add(second, 20_000, 40, 5);
        Add(second, 20_000, 60, 1);

        var change = ChangeViews.Between(Survey(SurveyMetric.Csat), second, first, 20_000, 20_000);

        Assert.Equal((120, 100), (change.Now!.Responses, change.Before!.Responses));
        Assert.Equal(10, change.Difference!.Value, 9);
        Assert.Equal(1.483, change.Z!.Value, 3);
        Assert.Equal(1.959964 * 10 / change.Z!.Value, change.MarginOfError!.Value, 9);
        Assert.Equal("No real difference: 10, which chance explains.", change.Words);
        Assert.Equal("Of members' ratings nothing is kept.", ChangeViews.Between(Survey(SurveyMetric.Rating), second, first, 20_000, 20_000).Words);
    }

    [Fact]
    public void Few_answers_still_show_their_scores()
    {
        var answers = new AnswerDays();
        Add(answers, 20_000, 19, 5);
        Add(answers, 19_999, 30, 1);

        var change = ChangeViews.Of(answers, 20_000, 20_000).Csat;

        Assert.Equal((100.0, 0.0, null), (change.Now!.Score, change.Before!.Score, change.Difference));
        Assert.Equal("Not enough answers to tell: 19 now and 30 before, of 20 each.", change.Words);
    }

    [Fact]
    public void What_chance_explains_is_no_real_change()
    {
        var answers = new AnswerDays();
        Add(answers, 20_000, 21, 5);
        Add(answers, 20_000, 19, 1);
        Add(answers, 19_999, 20, 5);
        Add(answers, 19_999, 20, 1);

        Assert.Equal("No real change: CSAT moved by 2.5 percentage points, which chance explains.", ChangeViews.Of(answers, 20_000, 20_000).Csat.Words);
    }

    private static SurveyDefinition Survey(SurveyMetric metric) => new() { Id = "s", Name = "s", Metric = metric, Scale = 5 };

    private static void Add(AnswerDays answers, int day, int count, int score)
    {
        for (var i = 0; i < count; i++)
        {
            answers.Add(SurveyMetric.Csat, score, 5, day);
        }
    }
}
