using CxGrains.Domain.Scores.Health;
using CxGrains.Domain.Tests.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Scores.Health;

/// <summary>Each measure at instants at which its formula can be done by hand.</summary>
public class MeasureTests
{
    private const double Step = 1.0 / HealthMeasures.StepsPerPoint;

    [Fact]
    public void Nothing_is_known_of_nobody() =>
        Assert.Equal(HealthMeasures.None, HealthMeasures.Of(new CustomerStory().Customer, HealthInputs.Of(new CustomerStory().Customer, NoonMs), NoonMs));

    [Fact]
    public void One_visit_says_something_of_usage_only() => Assert.Equal(
        [HealthMeasure.Usage],
        Enum.GetValues<HealthMeasure>().Where(measure => MeasuresOf(NoonMs, Line("i1", "visit", NoonMs))[measure] is not null));

    [Fact]
    public void Usage_is_engagement_until_there_is_a_time_to_compare_with()
    {
        var customer = Of([Line("i1", "feature_used", NoonMs - (55 * DayMs)), Line("i2", "feature_used", NoonMs)]).Customer;

        Assert.Equal(customer.Engagement.Score(NoonMs), UsageMeasure.Of(customer, NoonMs)!.Value, 1e-9);
    }

    [Theory]
    [InlineData(4, 4, 0)]
    [InlineData(8, 4, 25.0 * 4 / 13)]
    [InlineData(0, 4, 25.0 * -4 / 5)]
    [InlineData(1, 0, 25.0 / 2)]
    public void Usage_moves_with_its_trend(int recentDays, int daysIn28Before, double points)
    {
        // The first day is 112 days ago, and passive: three times 28 days come before the last 28.
        var lines = new List<string> { Line("first", "email_sent", NoonMs - (111 * DayMs)) };
        lines.AddRange(Enumerable.Range(0, recentDays).Select(i => Line($"r{i}", "feature_used", NoonMs - (i * DayMs))));
        lines.AddRange(Enumerable.Range(0, 3 * daysIn28Before).Select(i => Line($"e{i}", "feature_used", NoonMs - ((28 + i) * DayMs))));
        var customer = Of(lines).Customer;

        Assert.Equal(Math.Max(0, customer.Engagement.Score(NoonMs) + points), UsageMeasure.Of(customer, NoonMs)!.Value, 1e-9);
    }

    [Theory]
    [InlineData("nps", 10, 0, 90)]
    [InlineData("nps", 0, 0, 10)]
    [InlineData("csat", 5, 0, 90)]
    [InlineData("csat", 1, 0, 10)]
    [InlineData("ces", 4, 0, 50)]
    [InlineData("nps", 10, 90, (50 + 12.5) / 0.75)]
    [InlineData("nps", 10, 180, 75)]
    public void Satisfaction_fades_towards_no_opinion(string survey, int score, int daysAgo, double expected) =>
        Assert.Equal(expected, MeasuresOf(NoonMs, Answer("i1", survey, score, daysAgo))[HealthMeasure.Satisfaction]!.Value, Step);

    [Fact]
    public void Satisfaction_takes_the_latest_answer_of_each_metric() => Assert.Equal(
        (100 + 0 + 12.5) / 2.25,
        MeasuresOf(NoonMs, Answer("i1", "nps", 3, 20), Answer("i2", "nps", 10, 0), Answer("i3", "csat", 1, 0))[HealthMeasure.Satisfaction]!.Value,
        Step);

    [Theory]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void An_answer_older_than_a_year_says_nothing(int daysAgo, bool isKnown) =>
        Assert.Equal(isKnown, MeasuresOf(NoonMs, Answer("i1", "nps", 9, daysAgo))[HealthMeasure.Satisfaction] is not null);

    [Fact]
    public void Support_falls_with_each_contact_and_recovers()
    {
        string[] complaints = [Line("i1", "complaint", NoonMs), Line("i2", "complaint", NoonMs)];

        Assert.Equal(50, MeasuresOf(NoonMs, complaints)[HealthMeasure.Support]!.Value, Step);
        Assert.Equal(100 * Math.Pow(2, -0.5), MeasuresOf(NoonMs + (30 * DayMs), complaints)[HealthMeasure.Support]!.Value, Step);
        Assert.Equal(25, SupportMeasure.Of(Of(complaints).Customer, openTickets: 2, NoonMs)!.Value, 1e-9);
    }

    [Fact]
    public void That_nobody_complained_is_known_of_who_was_seen_twice() =>
        Assert.Equal(100, MeasuresOf(NoonMs, Line("i1", "visit", NoonMs - DayMs), Line("i2", "visit", NoonMs))[HealthMeasure.Support]);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(40, 70.71)]
    [InlineData(80, 50)]
    public void Value_falls_with_the_silence_in_usual_gaps(int silenceDays, double expected)
    {
        // Three purchases in 30 days, and one gap of 90 known of everybody: 40 days.
        var purchases = Enumerable.Range(0, 3).Select(i => Line($"i{i}", "purchase", NoonMs - (15 * i * DayMs), "\"value\":5")).ToArray();

        Assert.Equal(expected, MeasuresOf(NoonMs + (silenceDays * DayMs), purchases)[HealthMeasure.Value]!.Value, 0.02);
    }

    [Fact]
    public void Value_takes_a_renewal_where_it_says_more()
    {
        var renewed = Line("i1", "renewed", NoonMs - (365 * DayMs));

        Assert.Equal(50, MeasuresOf(NoonMs, renewed)[HealthMeasure.Value]!.Value, Step);
        Assert.Equal(100, MeasuresOf(NoonMs, renewed, Line("i2", "purchase", NoonMs, "\"value\":5"))[HealthMeasure.Value]!.Value, Step);
    }

    [Fact]
    public void Relationship_is_the_chance_to_stay_and_what_shows_a_bond()
    {
        string[] visits = [Line("i1", "visit", NoonMs - DayMs), Line("i2", "visit", NoonMs)];
        string[] bonds = [Answer("i3", "nps", 9, 0), Line("i4", "review", NoonMs), Line("i5", "consent", NoonMs, "\"purpose\":\"email\",\"granted\":true")];
        var stays = 80 * (1 - (1 / (1 + (5 / 1.0))));

        Assert.Equal(stays, MeasuresOf(NoonMs, visits)[HealthMeasure.Relationship]!.Value, Step);
        Assert.Equal(stays + 20, MeasuresOf(NoonMs, [.. visits, .. bonds])[HealthMeasure.Relationship]!.Value, Step);
        Assert.Equal(
            stays + 16,
            MeasuresOf(NoonMs, [.. visits, .. bonds, Line("i6", "consent", NoonMs + 1, "\"purpose\":\"email\",\"granted\":false")])[HealthMeasure.Relationship]!.Value,
            Step);
    }

    [Fact]
    public void Measures_do_not_depend_on_the_order_of_interactions() => Law.Holds(
        from lines in AnyLines.Of
        from shuffled in AnyLines.ShuffledThreeTimes(lines)
        select (lines, shuffled),
        given => Near(MeasuresOf(NoonMs, given.lines), MeasuresOf(NoonMs, given.shuffled)));

    // Sums of decayed counts differ in their last digits, and may fall to either side of a step.
    private static bool Near(HealthMeasures a, HealthMeasures b) => Enum.GetValues<HealthMeasure>().All(measure =>
        (a[measure] is null) == (b[measure] is null) && Math.Abs((a[measure] ?? 0) - (b[measure] ?? 0)) <= Step * 1.01);

    private static string Answer(string id, string survey, int score, int daysAgo) =>
        Line(id, "survey_response", NoonMs - (daysAgo * DayMs), $"\"survey\":\"{survey}\",\"score\":{score}");

    private static HealthMeasures MeasuresOf(long atMs, params string[] lines)
    {
        var customer = Of(lines).Customer;
        return HealthMeasures.Of(customer, HealthInputs.Of(customer, atMs), atMs);
    }
}
