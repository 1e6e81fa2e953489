using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Domain.Tests.Segments;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Alerts;

public class AlertFoldTests
{
    private const long HourMs = 3_600_000;
    private const long MinuteMs = 60_000;

    [Theory]
    [InlineData("complaint", """{"type":"complaint"}""", "Complained")]
    [InlineData("cancel_requested", """{"type":"cancelRequest"}""", "Asked to cancel")]
    public void An_interaction_that_a_rule_waits_for_raises_it_with_its_name_and_severity(string type, string condition, string reason)
    {
        var story = StoryOf(Rules.One("loud", condition, "\"name\":\"Loud\",\"severity\":\"info\",\"owner\":\"Mia\"")).Happens(Line("a", type, NoonMs));

        var alert = Assert.Single(story.Raised);
        Assert.Equal(("loud", "Loud", AlertSeverity.Info, "Mia", reason), (alert.Rule, alert.RuleName, alert.Severity, alert.Owner, alert.Reason));
        Assert.StartsWith("loud:ada:", alert.Id, StringComparison.Ordinal);
        Assert.Null(alert.Probability);
    }

    [Fact]
    public void A_repeat_raises_nothing_more() =>
        Assert.Single(StoryOf(Rules.One("loud", """{"type":"complaint"}""")).Happens(Line("a", "complaint", NoonMs)).Happens(Line("a", "complaint", NoonMs)).Raised);

    [Fact]
    public void What_is_older_than_an_hour_or_imported_raises_nothing()
    {
        var rule = Rules.One("loud", """{"type":"complaint"}""");
        Assert.Single(StoryOf(rule).Happens(Line("a", "complaint", NoonMs - HourMs)).Raised);
        Assert.Empty(StoryOf(rule).Happens(Line("a", "complaint", NoonMs - HourMs - 1)).Raised);
        Assert.Empty(StoryOf(rule).Happens(Line("a", "complaint", NoonMs), isImport: true).Raised);
    }

    [Fact]
    public void One_record_raises_all_the_rules_it_concerns_the_most_severe_first()
    {
        var story = StoryOf(
            Rules.One("a", """{"type":"complaint"}""", "\"severity\":\"info\""),
            Rules.One("b", """{"type":"complaint"}""", "\"severity\":\"critical\""),
            Rules.One("c", """{"type":"complaint"}"""),
            Rules.One("d", """{"type":"complaint"}""", "\"enabled\":false"));

        Assert.Equal(["b", "c", "a"], story.Happens(Line("x", "complaint", NoonMs)).Raised.Select(alert => alert.Rule));
    }

    [Fact]
    public void A_detractor_answer_raises_once_however_often_it_is_edited()
    {
        var story = StoryOf(Rules.One("detractors", """{"type":"detractor"}"""));
        story.Happens(Nps("a", 7, "r1", 0)).Happens(Nps("b", 3, "r2", 0)).Happens(Nps("c", 2, "r2", 1));

        Assert.Equal("Answered 3 of 10 to nps: late", Assert.Single(story.Raised).Reason);
        Assert.Equal(2, story.Happens(Nps("d", 6, "r1", 1)).Raised.Count);
    }

    [Fact]
    public void A_detractor_that_thinks_better_of_it_has_recovered()
    {
        var story = StoryOf(Rules.One("detractors", """{"type":"detractor"}""")).Happens(Nps("a", 3, "r1", 0));
        Assert.Empty(story.Announcement.Recovered);

        Assert.Equal(["detractors"], story.Happens(Nps("b", 9, "r1", 1)).Announcement.Recovered);
        Assert.Null(story.Customer.Alerts);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void A_csat_answer_at_or_below_the_score_raises(int score, int alerts)
    {
        var story = StoryOf(Rules.One("unhappy", """{"type":"csatAtMost","score":2}"""));
        Assert.Equal(alerts, story.Happens(Line("a", "survey_response", NoonMs, $"\"survey\":\"csat\",\"score\":{score}")).Raised.Count);
    }

    [Fact]
    public void A_rule_of_medium_risk_is_raised_when_it_is_reached_and_not_when_the_risk_falls_to_it()
    {
        var story = StoryOf(Rules.One("medium", """{"type":"riskBand","band":"medium"}"""), Rules.One("high", """{"type":"riskBand","band":"high"}"""));
        var mediumMs = ChurnRisk.ReachesMs(story.Happens(Line("a", "visit", NoonMs)).Customer.Rhythm, ChurnRisk.MediumMin);
        var highMs = ChurnRisk.ReachesMs(story.Customer.Rhythm, ChurnRisk.HighMin);

        Assert.Equal(["medium"], story.IsDue(mediumMs).Raised.Select(alert => alert.Rule));
        Assert.Equal(["medium", "high"], story.IsDue(highMs).Raised.Select(alert => alert.Rule));
        Assert.Equal($"high:ada:{highMs}", story.Raised[1].Id);
        story.Happens(Line("b", "visit", highMs), highMs);
        Assert.Equal(["high", "medium"], story.Announcement.Recovered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_contact_raises_at_the_very_millisecond_and_ends_with_the_next_contact()
    {
        var story = StoryOf(Rules.One("quiet", """{"type":"noContact","days":7}""")).Happens(Line("a", "visit", NoonMs));
        var dueMs = NoonMs + (7 * DayMs);

        Assert.Empty(story.IsDue(dueMs - 1).Raised);
        Assert.Equal(dueMs, story.Customer.NextDueMs);
        var alert = Assert.Single(story.IsDue(dueMs + 5).Raised);
        Assert.Equal((dueMs, $"quiet:ada:{dueMs}", "No activity for 7 days"), (alert.AtMs, alert.Id, alert.Reason));
        Assert.Empty(story.IsDue(dueMs + DayMs).Announcement.Recovered);

        Assert.Equal(["quiet"], story.Happens(Line("b", "visit", dueMs + DayMs), dueMs + DayMs).Announcement.Recovered);
        Assert.Equal(2, story.IsDue(dueMs + (8 * DayMs)).Raised.Count);
    }

    [Fact]
    public void A_rule_that_is_new_raises_nothing_for_what_already_stands_and_what_comes_later_all_the_same()
    {
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs));
        story.Rules = story.Rules.With(Rules.One("quiet", """{"type":"noContact","days":7}"""));

        // Ten minutes after the time at which it would have been due.
        var lateMs = NoonMs + (7 * DayMs) + (10 * MinuteMs);
        Assert.Empty(story.IsDue(lateMs).Raised);
        Assert.Equal(1L << 24, story.Customer.RulesStamp);

        story.Rules = story.Rules.With(Rules.One("quiet", """{"type":"noContact","days":8}"""));
        Assert.Single(story.IsDue(lateMs + MinuteMs).IsDue(NoonMs + (8 * DayMs)).Raised);
    }

    [Fact]
    public void High_risk_is_news_though_a_rule_that_time_brings_about_was_defined_meanwhile()
    {
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs));
        var highMs = ChurnRisk.ReachesMs(story.Customer.Rhythm, ChurnRisk.HighMin);
        story.IsDue(highMs - 1);
        story.Rules = story.Rules.With(Rules.One("quiet", """{"type":"noContact","days":900}"""));

        Assert.Equal(Alert.ChurnHigh, Assert.Single(story.IsDue(highMs + 1).Raised).Rule);
    }

    [Fact]
    public void A_missed_target_raises_at_its_due_time_and_ends_when_nothing_is_overdue()
    {
        var story = StoryOf(Rules.One("late", """{"type":"slaBreach"}"""));
        story.Settings = story.Settings with { Sla = [new SlaTarget { FirstReplyMinutes = 30, ResolutionMinutes = 60 }] };
        story.Happens(Ticket("a", "opened", NoonMs));

        Assert.Empty(story.IsDue(NoonMs + (30 * MinuteMs) - 1).Raised);
        var alert = Assert.Single(story.IsDue(NoonMs + (30 * MinuteMs)).Raised);
        Assert.Equal((NoonMs + (30 * MinuteMs), "Ticket T-1 missed its target for the first reply"), (alert.AtMs, alert.Reason));

        Assert.Equal(2, story.IsDue(NoonMs + (60 * MinuteMs)).Raised.Select(raised => raised.Id).Distinct().Count());
        Assert.Empty(story.Happens(Ticket("b", "replied", NoonMs + (61 * MinuteMs)), NoonMs + (61 * MinuteMs)).Announcement.Recovered);
        Assert.Equal(["late"], story.Happens(Ticket("c", "resolved", NoonMs + (62 * MinuteMs)), NoonMs + (62 * MinuteMs)).Announcement.Recovered);
    }

    [Fact]
    public void Health_that_falls_below_a_score_by_an_event_raises_when_it_does()
    {
        var story = Known(Rules.One("sick", """{"type":"healthBelow","score":80}"""));
        var atMs = NoonMs + (10 * DayMs) + HourMs;
        story.Happens(Nps("n1", 10, "r1", 0, atMs), atMs);
        Assert.Empty(story.Raised);

        story.Happens(Nps("n2", 0, "r2", 0, atMs + MinuteMs), atMs + MinuteMs);
        Assert.Matches("Health fell to [0-9.]+, below 80", Assert.Single(story.Raised).Reason);
        Assert.Single(story.Happens(Line("v", "visit", atMs + MinuteMs), atMs + (2 * MinuteMs)).Raised);
    }

    [Fact]
    public void Health_that_falls_below_a_score_by_silence_raises_at_the_instant_it_does()
    {
        var rule = Rules.One("sick", """{"type":"healthBelow","score":60}""");
        var story = Known(rule);
        var weights = story.Settings.Health.Weights;

        // As the due list would: each time when it is due, and once more an instant before.
        for (var steps = 0; story.Raised.Count == 0 && story.Customer.NextDueMs < Instants.MaxMs && steps < 100; steps++)
        {
            story.IsDue(story.Customer.NextDueMs);
        }

        var alert = Assert.Single(story.Raised);
        Assert.True(HealthReading.Of(story.Customer, weights, alert.AtMs - 1).Score >= 60);
        Assert.True(HealthReading.Of(story.Customer, weights, alert.AtMs).Score < 60);
    }

    [Fact]
    public void Health_that_falls_by_points_within_the_week_raises()
    {
        var story = Known(Rules.One("drop", """{"type":"healthDrop","points":15}"""));
        var atMs = NoonMs + (10 * DayMs) + HourMs;
        story.Happens(Nps("n1", 10, "r1", 0, atMs), atMs).Happens(Nps("n2", 0, "r2", 0, atMs + MinuteMs), atMs + MinuteMs);

        Assert.Matches("Health fell by [0-9.]+ points this week, to [0-9.]+", Assert.Single(story.Raised).Reason);
    }

    [Fact]
    public void An_advocate_is_lost_by_a_lower_answer_or_by_a_year_without_a_deed()
    {
        var rule = Rules.One("lost", """{"type":"advocateLost"}""");
        var story = StoryOf(rule).Happens(Nps("a", 10, "r1", 0)).Happens(Line("b", "referral", NoonMs));
        Assert.Single(story.Happens(Nps("c", 8, "r2", 0, NoonMs + 1), NoonMs + 1).Raised);

        var silent = StoryOf(rule).Happens(Nps("a", 10, "r1", 0)).Happens(Line("b", "referral", NoonMs));
        var endMs = Instants.StartOfDayMs(Instants.DayOf(NoonMs) + 365);
        Assert.Empty(silent.IsDue(endMs - 1).Raised);
        Assert.Equal(endMs, Assert.Single(silent.IsDue(endMs).Raised).AtMs);
    }

    [Fact]
    public void A_filter_asks_for_segment_value_and_account_as_they_stand_after_the_record()
    {
        var vip = new SegmentDefinition { Id = "vip", Name = "vip", Slot = 5, Rule = Rule.Of(Rule.Leaf("trait.plan", "eq", "\"pro\"")) };
        var story = new CustomerStory(vip)
        {
            Rules = Rules.Of(Rules.One("loud", """{"type":"complaint"}""", """ "filter":{"segment":"vip","valueMin":100,"account":"acme"} """)),
        };
        story.Happens(Line("a", "complaint", NoonMs)).Happens(Line("b", "identify", NoonMs, "\"traits\":{\"plan\":\"pro\"}"));
        story.Happens(Line("c", "complaint", NoonMs)).Happens(Line("d", "purchase", NoonMs, "\"value\":100,\"currency\":\"EUR\""));
        story.Happens(Line("e", "complaint", NoonMs)).Happens(Line("f", "group", NoonMs, "\"account\":\"acme\""));
        Assert.Empty(story.Raised);

        Assert.Equal("acme", Assert.Single(story.Happens(Line("g", "complaint", NoonMs)).Raised).Account);
    }

    [Fact]
    public void Within_the_cooldown_of_a_subject_nothing_more_is_raised()
    {
        var story = StoryOf(Rules.One("loud", """{"type":"complaint"}""", "\"cooldownMinutes\":30"));
        story.Happens(Line("a", "complaint", NoonMs)).Happens(Line("b", "complaint", NoonMs + (30 * MinuteMs) - 1), NoonMs + HourMs);
        Assert.Single(story.Raised);
        Assert.NotNull(story.Customer.Alerts);

        Assert.Equal(2, story.Happens(Line("c", "complaint", NoonMs + (30 * MinuteMs)), NoonMs + HourMs).Raised.Count);
    }

    [Fact]
    public void Who_raised_nothing_remembers_nothing_and_what_is_over_is_forgotten()
    {
        var story = StoryOf(Rules.One("loud", """{"type":"complaint"}""")).Happens(Line("a", "visit", NoonMs));
        Assert.Null(story.Customer.Alerts);

        story.Happens(Line("b", "complaint", NoonMs));
        Assert.Single(story.Raised);
        Assert.Null(story.Customer.Alerts);
    }

    [Fact]
    public void An_account_raises_one_alert_a_window_whichever_of_its_customers_complains_first()
    {
        var rule = Rules.One("loud", """{"type":"complaint"}""", "\"cooldownMinutes\":60,\"grouping\":\"account\"");
        string IdOf(string customer, long atMs)
        {
            var story = new CustomerStory { Customer = new(customer), Rules = Rules.Of(rule) };
            story.Happens(Line("g", "group", atMs, "\"account\":\"acme\"").Replace("ada", customer, StringComparison.Ordinal), atMs);
            return Assert.Single(story.Happens(Line("c", "complaint", atMs).Replace("ada", customer, StringComparison.Ordinal), atMs).Raised).Id;
        }

        Assert.Equal(IdOf("ada", NoonMs), IdOf("bob", NoonMs + HourMs - 1));
        Assert.NotEqual(IdOf("ada", NoonMs), IdOf("bob", NoonMs + HourMs));
        Assert.StartsWith("loud:account:acme:", IdOf("ada", NoonMs), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_080)]
    [InlineData(129_600)]
    public void An_alert_of_an_account_tells_until_when_its_window_may_raise_it_again(int minutes)
    {
        var rule = Rules.One("loud", """{"type":"complaint"}""", $"\"cooldownMinutes\":{minutes},\"grouping\":\"account\"");
        var alert = Assert.Single(StoryOf(rule).Happens(Line("g", "group", NoonMs, "\"account\":\"a:1\"")).Happens(Line("c", "complaint", NoonMs)).Raised);
        var lengthMs = minutes * MinuteMs;
        var endMs = ((NoonMs / lengthMs) + 1) * lengthMs;

        Assert.InRange(alert.SharedUntilMs(), endMs, endMs + lengthMs + (lengthMs / 100));
        Assert.Equal(NoonMs, (alert with { Grouping = AlertGrouping.Customer }).SharedUntilMs());
    }

    [Theory]
    [InlineData("warning", false, 20)]
    [InlineData("critical", false, 20)]
    [InlineData("critical", true, 0)]
    public void In_quiet_hours_an_alert_is_held_until_they_end_unless_it_is_critical_and_may_pass(string severity, bool criticalPasses, int heldHours)
    {
        // Noon UTC is 14:00 in Berlin.
        var quiet = $$"""
            "severity":"{{severity}}","quietHours":{"from":"13:00","to":"10:00","zone":"Europe/Berlin","criticalPasses":{{(criticalPasses ? "true" : "false")}}}
            """;
        var story = StoryOf(Rules.One("loud", """{"type":"complaint"}""", quiet)).Happens(Line("a", "complaint", NoonMs));

        Assert.Equal(heldHours == 0 ? 0 : NoonMs + (heldHours * HourMs), Assert.Single(story.Raised).HeldUntilMs);
    }

    private static CustomerStory StoryOf(params AlertRule[] rules) => new() { Rules = Rules.Of(rules) };

    // Uses, buys and answers for ten days: its health is known, and good.
    private static CustomerStory Known(AlertRule rule)
    {
        var story = StoryOf(rule);
        for (var day = 0; day <= 10; day++)
        {
            var atMs = NoonMs + (day * DayMs);
            story.Happens(Line($"f{day}", "feature_used", atMs), atMs).Happens(Line($"p{day}", "purchase", atMs, "\"value\":5,\"currency\":\"EUR\""), atMs);
        }

        var lastMs = NoonMs + (10 * DayMs);
        return story.Happens(Nps("n0", 10, "r0", 0, lastMs), lastMs);
    }

    private static string Nps(string id, int score, string response, int revision, long atMs = NoonMs) => Line(
        id, "survey_response", atMs, $"\"survey\":\"nps\",\"score\":{score},\"response\":\"{response}\",\"revision\":{revision},\"comment\":\"late\"");

    private static string Ticket(string id, string what, long atMs) => Line(id, $"ticket_{what}", atMs, "\"properties\":{\"ticket\":\"T-1\"}");
}
