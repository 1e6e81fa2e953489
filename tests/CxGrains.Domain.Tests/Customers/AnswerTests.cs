using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class AnswerTests
{
    [Fact]
    public void A_higher_revision_replaces_an_answer_and_withdraws_what_it_counted()
    {
        var story = new CustomerStory().Happens(Answer("a", 3, "\"response\":\"r\",\"revision\":1")).Happens(Answer("b", 9, "\"response\":\"r\",\"revision\":2"));

        Assert.Equal(9, Assert.Single(story.Customer.Answers).Contribution.Score);
        Assert.Equal(3, story.Announcement.WithdrawnAnswer!.Score);
        Assert.Equal(9, story.Announcement.AddedAnswer!.Score);
    }

    [Fact]
    public void A_lower_revision_that_comes_late_changes_nothing()
    {
        var story = new CustomerStory().Happens(Answer("b", 9, "\"response\":\"r\",\"revision\":2")).Happens(Answer("a", 3, "\"response\":\"r\",\"revision\":1"));

        Assert.Equal(9, Assert.Single(story.Customer.Answers).Contribution.Score);
        Assert.Null(story.Announcement.AddedAnswer);
        Assert.Null(story.Announcement.WithdrawnAnswer);
        Assert.Equal(2, story.Customer.Interactions);
    }

    [Fact]
    public void Equal_revisions_give_the_same_answer_in_either_order()
    {
        string[] lines = [Answer("a", 3, "\"response\":\"r\",\"revision\":1"), Answer("b", 9, "\"response\":\"r\",\"revision\":1")];

        Assert.Equal(Of(lines).Customer.Answers, Of(lines.Reverse()).Customer.Answers);
        Assert.Single(Of(lines).Customer.Answers);
    }

    [Fact]
    public void The_same_response_id_of_two_surveys_is_two_answers()
    {
        var story = new CustomerStory()
            .Happens(Answer("a", 9, "\"response\":\"r\""))
            .Happens(Line("b", "survey_response", NoonMs, "\"survey\":\"csat\",\"score\":4,\"response\":\"r\""));

        Assert.Equal(2, story.Customer.Answers.Count);
    }

    [Fact]
    public void Answers_without_a_response_id_all_count()
    {
        var story = new CustomerStory().Happens(Answer("a", 9)).Happens(Answer("b", 9));

        Assert.Equal(2, story.Customer.Answers.Count);
    }

    [Fact]
    public void The_latest_answer_is_the_newest_by_its_own_time()
    {
        var story = new CustomerStory().Happens(Answer("a", 9)).Happens(Answer("b", 2, ageDays: 3));

        Assert.Equal(new LatestAnswer(NoonMs, 9, 10), story.Customer.LatestAnswer(SurveyMetric.Nps));
    }

    [Fact]
    public void An_edit_that_moves_an_answer_back_in_time_lets_another_be_the_latest()
    {
        var story = new CustomerStory()
            .Happens(Answer("a", 9, "\"response\":\"r\""))
            .Happens(Answer("b", 2, ageDays: 3))
            .Happens(Answer("c", 8, "\"response\":\"r\",\"revision\":1", ageDays: 5));

        Assert.Equal(2, story.Customer.LatestAnswer(SurveyMetric.Nps)!.Value.Score);
    }

    [Fact]
    public void The_newest_answers_are_kept_and_the_newest_of_each_metric_whatever_its_age()
    {
        var lines = Enumerable.Range(0, Limits.AnswersMax + 10).Select(i => Answer($"n{i}", 5, ageDays: i))
            .Append(Line("old", "survey_response", NoonMs - (300 * DayMs), "\"survey\":\"csat\",\"score\":4"));
        var kept = Of(lines).Customer.Answers;

        Assert.Equal(Limits.AnswersMax, kept.Count);
        Assert.Equal(SurveyMetric.Csat, kept[0].Contribution.Metric);
        Assert.Equal(NoonMs - ((Limits.AnswersMax - 2) * DayMs), kept[1].Contribution.AtMs);
    }

    [Fact]
    public void Which_answers_are_kept_does_not_depend_on_order() => Law.Holds(
        from count in Gen.Choose(1, 3 * Limits.AnswersMax)
        from lines in Gen.Shuffle(Enumerable.Range(0, count).Select(i => i % 7 == 0
            ? Line($"i{i}", "survey_response", NoonMs - (i * DayMs), "\"survey\":\"csat\",\"score\":4")
            : Answer($"i{i}", i % 11, ageDays: i)).ToArray())
        select lines,
        lines => Of(lines).Customer.Answers.SequenceEqual(Of(lines.Order(StringComparer.Ordinal)).Customer.Answers));

    [Fact]
    public void An_edit_of_an_answer_that_was_let_go_does_not_count_it_twice()
    {
        var story = Of(Enumerable.Range(0, Limits.AnswersMax + 1).Select(i => Answer($"n{i}", 5, $"\"response\":\"r{i}\"", ageDays: i)));

        story.Happens(Answer("edit", 9, $"\"response\":\"r{Limits.AnswersMax}\",\"revision\":1", ageDays: Limits.AnswersMax));

        Assert.Null(story.Announcement.AddedAnswer);
        Assert.Null(story.Announcement.WithdrawnAnswer);
    }

    private static string Answer(string id, int score, string more = "", int ageDays = 0) =>
        Line(id, "survey_response", NoonMs - (ageDays * DayMs), $"\"survey\":\"nps\",\"score\":{score}" + (more.Length > 0 ? "," + more : ""));
}
