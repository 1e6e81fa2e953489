using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Channels;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Tests.Customers;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Channels;

public class ChannelRateTests
{
    // Two visits and 50 seconds, on the web, on one day.
    private const string GoldenBefore = "0101037765621E4F0000019E9E0100000000000200000000000000000032";

    [Fact]
    public void Rates_come_with_the_counts_behind_them()
    {
        var web = View(
            ("visit", "{\"durationSeconds\":50}"), ("page", "{\"durationSeconds\":75}"), ("page", "{}"), ("visit", "{}"), ("page", "{\"durationSeconds\":15}"),
            ("search", "{\"results\":0}"), ("search", "{\"results\":4}"), ("search", "{}"), ("search", "{}"),
            ("purchase", "{}"), ("goal_started", "{}"), ("goal_started", "{}"), ("goal_completed", "{}"));

        Assert.Equal((1.5, 3, 2), (web.Pages.PerSession, web.Pages.Total, web.Pages.Sessions));
        Assert.Equal((70.0, 140), (web.SecondsOnSite.PerSession, web.SecondsOnSite.Total));
        Assert.Equal((0.5, 1), (web.Conversion.PerSession, web.Conversion.Total));
        Assert.Equal((25.0, 1, 4), (web.EmptySearchRate.Percent, web.EmptySearchRate.Count, web.EmptySearchRate.Of));
        Assert.Equal((50.0, 1, 2), (web.GoalCompletionRate.Percent, web.GoalCompletionRate.Count, web.GoalCompletionRate.Of));
        Assert.Equal((ScoreStatus.NotEnoughData, null, 0), (web.OpenRate.Status, web.OpenRate.Percent, web.OpenRate.Of));
        Assert.Equal(1, web.Counts[ChannelMeasure.EmptySearches]);
        Assert.DoesNotContain(ChannelMeasure.StayMinutes, web.Counts.Keys);
    }

    [Fact]
    public void What_was_never_measured_is_unknown()
    {
        var web = View(("visit", "{}"), ("visit", "{}"));

        Assert.Equal((ScoreStatus.NotEnoughData, null, 0), (web.SecondsOnSite.Status, web.SecondsOnSite.PerSession, web.SecondsOnSite.Sessions));
        Assert.Equal((ScoreStatus.NotEnoughData, null), (web.Pages.Status, web.Pages.PerSession));
        Assert.Equal((ScoreStatus.Ok, 0.0), (web.Conversion.Status, web.Conversion.PerSession));
    }

    [Fact]
    public void Only_sessions_with_a_duration_divide_the_time_on_site()
    {
        var web = View(("visit", "{\"durationSeconds\":50}"), ("visit", "{\"durationSeconds\":70}"), ("visit", "{}"), ("visit", "{}"));

        Assert.Equal((60.0, 120, 2), (web.SecondsOnSite.PerSession, web.SecondsOnSite.Total, web.SecondsOnSite.Sessions));
        Assert.Equal(4, web.Conversion.Sessions);
    }

    [Fact]
    public void Totals_from_before_timed_visits_were_counted_take_all_visits_of_a_timed_day_for_timed()
    {
        var parts = Bytes.Read(Convert.FromHexString(GoldenBefore), PopulationParts.Decode);
        var web = Assert.Single(ViewOf(parts));

        Assert.Equal((25.0, 50, 2), (web.SecondsOnSite.PerSession, web.SecondsOnSite.Total, web.SecondsOnSite.Sessions));
    }

    [Fact]
    public void Without_sessions_there_is_no_mean_of_a_session()
    {
        var web = View(("page", "{\"durationSeconds\":75}"));

        Assert.Equal((ScoreStatus.NotEnoughData, null, 75), (web.SecondsOnSite.Status, web.SecondsOnSite.PerSession, web.SecondsOnSite.Total));
    }

    [Fact]
    public void Emails_that_name_no_channel_are_counted_as_email()
    {
        var parts = Parts("", ("email_sent", "{}"), ("email_sent", "{}"), ("email_opened", "{}"), ("email_clicked", "{}"), ("visit", "{}"));
        var email = Assert.Single(ViewOf(parts));

        Assert.Equal((ChannelCount.Email, 50.0, 50.0), (email.Name, email.OpenRate.Percent, email.ClickThroughRate.Percent));
    }

    [Fact]
    public void More_opened_than_sent_is_no_rate() =>
        Assert.Equal((ScoreStatus.NotEnoughData, 2, 1), View(("email_sent", "{}"), ("email_opened", "{}"), ("email_opened", "{}")).OpenRate is var rate ? (rate.Status, rate.Count, rate.Of) : default);

    [Fact]
    public void Time_on_site_makes_no_channel_busier()
    {
        var parts = Parts("\"channel\":\"web\",", ("page", "{\"durationSeconds\":9000}"));
        var app = Parts("\"channel\":\"app\",", ("page", "{}"), ("page", "{}"));

        Assert.Equal(["app", "web"], ViewOf(PopulationParts.Merge(parts, app)).Select(channel => channel.Name));
    }

    [Fact]
    public void Channel_totals_read_back_as_they_were_written()
    {
        var parts = Parts("\"channel\":\"web\",", ("page", "{\"durationSeconds\":9001}"), ("search", "{\"results\":0}"));
        var bytes = Bytes.Of(parts.Encode);

        Assert.Equal(bytes, Bytes.Of(Bytes.Read(bytes, PopulationParts.Decode).Encode));
    }

    private static ChannelView View(params (string Type, string Properties)[] events) => Assert.Single(ViewOf(Parts("\"channel\":\"web\",", events)));

    private static PopulationParts Parts(string channel, params (string Type, string Properties)[] events)
    {
        var (story, parts) = (new CustomerStory(), new PopulationParts());
        foreach (var (i, (type, properties)) in events.Index())
        {
            story.Happens(Line($"i{i}", type, NoonMs, $"{channel}\"value\":1,\"properties\":{properties}"));

            // Through bytes, as announcements reach shards elsewhere.
            parts.Take(Domain.Customers.AnnouncementEncoding.FromBytes(Domain.Customers.AnnouncementEncoding.ToBytes(story.Announcement), new NamePool()));
        }

        return parts;
    }

    private static IReadOnlyList<ChannelView> ViewOf(PopulationParts parts)
    {
        var shard = new PopulationShard();
        var bytes = Bytes.Of(shard.Encode);
        var whole = Bytes.Of(writer =>
        {
            // A population without members and with these parts: its own parts are the last byte, and none.
            writer.Write(bytes.AsSpan(..^1));
            parts.Encode(writer);
        });
        return InsightsViews.Of(null, Bytes.Read(whole, PopulationShard.Decode), new InsightsContext { Definitions = WorkspaceDefinitions.Empty }, 1, NoonMs).Channels;
    }
}
