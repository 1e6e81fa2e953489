using CxGrains.Domain.Customers;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tests.Customers;

namespace CxGrains.Domain.Tests.Privacy;

public class RetentionTests
{
    private const long DayMs = CustomerStory.DayMs;
    private const long NoonMs = CustomerStory.NoonMs;

    [Fact]
    public void A_comment_goes_when_its_time_is_over_without_any_event()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        var story = Limited(new PrivacySettings { CommentDays = 30 });
        shard.Take(story.Happens(Answer("i1", NoonMs)).Announcement, "nps");
        Assert.True(story.Customer.NextDueMs <= NoonMs + (30 * DayMs));

        shard.Take(story.IsDue(NoonMs + (30 * DayMs) - 1).Announcement, "nps");
        Assert.Equal("Slow", Assert.Single(shard.Comments).Text);
        shard.Take(story.IsDue(NoonMs + (30 * DayMs)).Announcement, "nps");

        Assert.Empty(shard.Comments);
        Assert.Equal(1, shard.Responses);
        Assert.Null(Assert.Single(story.Customer.Answers).Contribution.Comment);
        Assert.Null(Assert.Single(story.Customer.Timeline.Entries).Label);
    }

    [Fact]
    public void A_comment_that_comes_too_late_is_never_shown_and_its_answer_counts()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        var story = Limited(new PrivacySettings { CommentDays = 30 });

        shard.Take(story.Happens(Answer("i1", NoonMs - (31 * DayMs))).Announcement, "nps");

        Assert.Equal((0, 1), (shard.Comments.Count, shard.Responses));
    }

    [Fact]
    public void An_edit_of_an_answer_that_has_just_lost_its_comment_counts_once()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        var story = Limited(new PrivacySettings { CommentDays = 30 });
        shard.Take(story.Happens(Answer("i1", NoonMs, ",\"response\":\"r\",\"revision\":0")).Announcement, "nps");

        shard.Take(story.Happens(Answer("i2", NoonMs + (29 * DayMs), ",\"response\":\"r\",\"revision\":1"), nowMs: NoonMs + (31 * DayMs)).Announcement, "nps");

        Assert.Equal((1, 1), (shard.Responses, shard.Comments.Count));
    }

    [Fact]
    public void A_timeline_goes_back_as_far_as_the_workspace_keeps_it()
    {
        var story = Limited(new PrivacySettings { TimelineDays = 10 });
        story.Happens(CustomerStory.Line("i1", "visit", NoonMs)).Happens(CustomerStory.Line("i2", "visit", NoonMs + DayMs), NoonMs + DayMs);

        story.IsDue(NoonMs + (10 * DayMs));

        Assert.Equal(NoonMs + DayMs, Assert.Single(story.Customer.Timeline.Entries).AtMs);
        Assert.Equal(2, story.Customer.Interactions);
    }

    [Fact]
    public void Without_a_setting_all_is_kept()
    {
        var story = Limited(new PrivacySettings());
        story.Happens(Answer("i1", NoonMs)).IsDue(NoonMs + (4_000 * DayMs));

        Assert.Equal("Slow", Assert.Single(story.Customer.Answers).Contribution.Comment);
    }

    private static CustomerStory Limited(PrivacySettings privacy) => new() { Settings = new WorkspaceSettings { Version = 1, Privacy = privacy } };

    private static string Answer(string id, long atMs, string more = "") =>
        CustomerStory.Line(id, "survey_response", atMs, $"\"survey\":\"nps\",\"score\":3,\"comment\":\"Slow\"{more}");
}
