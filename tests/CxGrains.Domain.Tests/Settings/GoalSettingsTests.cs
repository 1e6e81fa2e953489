using CxGrains.Domain.Goals;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Tests.Settings;

public class GoalSettingsTests
{
    [Fact]
    public void A_goal_is_read_stored_and_read_again()
    {
        var settings = WorkspaceSettings.Default.Then(Json("""{"id":"g","name":"Less risk","metric":"atRiskPercent","segment":"vip","target":5,"start":9.5,"from":"2026-01-01","by":"2026-06-30"}"""));

        Assert.Equal(
            new Goal
            {
                Id = "g",
                Name = "Less risk",
                Metric = GoalMetric.AtRiskPercent,
                Segment = "vip",
                Target = 5,
                Start = 9.5,
                From = new DateOnly(2026, 1, 1),
                By = new DateOnly(2026, 6, 30),
            },
            Assert.Single(settings.Goals));
    }

    [Fact]
    public void Only_a_survey_knows_its_start() =>
        Assert.Null(Deciding.Parse(Json("""{"id":"g","metric":"nps","survey":"s","target":50,"from":"2026-01-01","by":"2026-06-30"}""")).Goals[0].Start);

    [Theory]
    [InlineData("\"metric\":\"nps\",\"target\":50", "start", "missing")]
    [InlineData("\"metric\":\"nps\",\"target\":101,\"start\":1", "target", "from -100 to 100")]
    [InlineData("\"metric\":\"nps\",\"start\":1", "target", "missing")]
    [InlineData("\"metric\":\"nps\",\"target\":1,\"start\":1", "target", "nothing to reach")]
    [InlineData("\"target\":50,\"start\":1", "metric", "missing")]
    [InlineData("\"metric\":\"joy\",\"target\":50,\"start\":1", "metric", "none of")]
    [InlineData("\"metric\":\"customers\",\"survey\":\"s\",\"target\":50,\"start\":1", "metric", "none of a survey's")]
    [InlineData("\"metric\":\"responseRate\",\"target\":50,\"start\":1", "metric", "names none")]
    [InlineData("\"metric\":\"nps\",\"survey\":\"s\",\"segment\":\"x\",\"target\":50", "segment", "beside a survey")]
    public void A_fault_names_its_path(string fields, string field, string problem)
    {
        var fault = Assert.Throws<InvalidFieldException>(() => Deciding.Parse(Json($$"""{"id":"g","from":"2026-01-01","by":"2026-06-30",{{fields}}}""")));

        Assert.Equal($"goals[0].{field}", fault.Field);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2026-01-01T00:00:00Z\"", "it is \"2026-01-01T00:00:00Z\"")]
    [InlineData("\"1.1.2026\"", "it is \"1.1.2026\"")]
    [InlineData("20260101", "it is 20260101")]
    public void A_day_is_a_date_and_the_fault_says_so(string from, string shown)
    {
        var fault = Assert.Throws<InvalidFieldException>(() => Deciding.Parse(Json($$"""{"id":"g","metric":"nps","target":50,"start":1,"from":{{from}},"by":"2026-06-30"}""")));

        Assert.Equal(("goals[0].from", $"must be a date YYYY-MM-DD, such as \"2026-12-31\"; {shown}"), (fault.Field, fault.Problem));
    }

    [Fact]
    public void It_ends_after_it_begins() =>
        Assert.Equal("goals[0].by", Assert.Throws<InvalidFieldException>(() =>
            Deciding.Parse(Json("""{"id":"g","metric":"nps","target":50,"start":1,"from":"2026-01-01","by":"2026-01-01"}"""))).Field);

    private static string Json(string goal) => $$"""{"goals":[{{goal}}]}""";
}
