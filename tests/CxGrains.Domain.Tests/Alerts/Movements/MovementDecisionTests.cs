using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;

namespace CxGrains.Domain.Tests.Alerts.Movements;

public class MovementDecisionTests
{
    // 2025-06-15 12:00 UTC.
    private const long NoonMs = 1_749_988_800_000;
    private const long HourMs = 3_600_000;

    private static readonly AlertRule Rule = new()
    {
        Id = "fell",
        Name = "NPS falls",
        Severity = AlertSeverity.Critical,
        Owner = "Mia",
        Version = 3,
        Condition = new AlertCondition { Type = AlertConditionType.SurveyMoved, Survey = "nps", Direction = MovementDirection.Down, WindowDays = 30 },
    };

    private static readonly MovementWatch Calm = new("fell", 3, Stands: false, RaisedMs: 0);

    private static readonly MovementReading Moved = new(true, "NPS fell", new AlertSeen(10, 40, 12, 60, 70), "After delivery");

    private static readonly MovementReading Still = new(false, "No real change", null, "After delivery");

    private static readonly MovementReading Unclear = new(null, "Too close to tell", null, null);

    [Fact]
    public void What_comes_to_be_so_is_raised_with_its_figures()
    {
        var movement = Decide(Calm, Moved)!;

        Assert.Equal(Calm with { Stands = true, RaisedMs = NoonMs }, movement.Watch);
        var alert = movement.Raised!;
        Assert.Equal(("fell:survey:nps:2025-06-15", "fell", "", NoonMs, "NPS fell"), (alert.Id, alert.Rule, alert.Customer, alert.AtMs, alert.Reason));
        Assert.Equal((AlertSeverity.Critical, "NPS falls", "Mia", "After delivery"), (alert.Severity, alert.RuleName, alert.Owner, alert.Name));
        Assert.Equal((new AlertSubject(AlertSubjectKind.Survey, "nps"), Moved.Seen), (alert.Subject, alert.Seen));
    }

    [Fact]
    public void What_stands_when_the_rule_is_first_looked_at_is_not_raised()
    {
        Assert.Equal(new Movement("fell", Calm with { Stands = true }), Decide(null, Moved));
        Assert.Equal(new Movement("fell", Calm), Decide(null, Still));
    }

    [Fact]
    public void A_rule_that_was_changed_is_new_and_remembers_when_it_was_raised() =>
        Assert.Equal(new Movement("fell", Calm with { Stands = true, RaisedMs = 7 }), Decide(Calm with { RuleVersion = 2, RaisedMs = 7 }, Moved));

    [Fact]
    public void What_stands_on_is_not_told_again() => Assert.Null(Decide(Calm with { Stands = true }, Moved));

    [Fact]
    public void What_is_no_news_is_remembered_and_not_raised() => Assert.Equal(new Movement("fell", Calm with { Stands = true }), Decide(Calm, Moved, isNews: false));

    [Fact]
    public void What_ends_takes_its_alerts_along() =>
        Assert.Equal(new Movement("fell", Calm) { HasEnded = true }, Decide(Calm with { Stands = true }, Still));

    [Fact]
    public void What_cannot_be_told_stays_as_it_was()
    {
        Assert.Null(Decide(Calm with { Stands = true }, Unclear));
        Assert.Null(Decide(Calm, Unclear));
    }

    [Fact]
    public void Where_somebody_handles_an_alert_the_next_one_waits() => Assert.Null(Decide(Calm, Moved, isMuted: true));

    [Theory]
    [InlineData(0, 12, false)]
    [InlineData(0, 13, true)]
    [InlineData(26 * 60, 25, false)]
    [InlineData(26 * 60, 26, true)]
    public void It_is_raised_at_most_once_a_day_and_cooldown(int cooldownMinutes, int hoursAgo, bool isRaised)
    {
        // 12 hours ago is today's first instant.
        var known = Calm with { RaisedMs = NoonMs - (hoursAgo * HourMs) };

        Assert.Equal(isRaised, MovementDecision.Of(Rule with { CooldownMinutes = cooldownMinutes }, known, Moved, true, false, NoonMs)?.Raised is not null);
    }

    [Fact]
    public void In_quiet_hours_it_is_held()
    {
        var rule = Rule with { QuietHours = new QuietHours { From = new TimeOnly(11, 0), To = new TimeOnly(13, 0), Zone = "UTC" } };

        Assert.Equal(NoonMs + HourMs, MovementDecision.Of(rule, Calm, Moved, true, false, NoonMs)!.Raised!.HeldUntilMs);
    }

    [Fact]
    public void A_movement_of_all_customers_has_no_id_in_its_alert()
    {
        var rule = Rule with { Condition = Rule.Condition with { Type = AlertConditionType.SegmentMoved, Survey = null } };

        Assert.Equal("fell:workspace:2025-06-15", MovementDecision.Of(rule, Calm, Moved, true, false, NoonMs)!.Raised!.Id);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        foreach (var movement in new[] { Decide(Calm, Moved)!, Decide(Calm with { Stands = true }, Still)!, new Movement("fell", null) })
        {
            Assert.Equal(movement, Movement.FromBytes(movement.ToBytes()));
        }

        Assert.Throws<StateFormatException>(() => Movement.FromBytes([99, 0]));
    }

    // Written by version 1 of the encoding. It must be readable forever.
    [Fact]
    public void Bytes_of_version_1_still_read() => Assert.Equal(Decide(Calm, Moved), Movement.FromBytes(Convert.FromHexString(Version1)));

    private const string Version1 =
        "010466656C6C010466656C6C030180ECD79BF73200011A66656C6C3A7375727665793A6E70733A323032352D30362D31350466656C6C0080ECD79B"
        + "F732084E50532066656C6C000000000000F8FF094E50532066616C6C73020A0001034D6961010E41667465722064656C6976657279000001010103"
        + "6E7073010000000000002440000000000000444000000000000028403C46";

    private static Movement? Decide(MovementWatch? known, MovementReading reading, bool isNews = true, bool isMuted = false) =>
        MovementDecision.Of(Rule, known, reading, isNews, isMuted, NoonMs);
}
