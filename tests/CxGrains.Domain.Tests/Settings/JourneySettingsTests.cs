using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Tests.Settings;

public class JourneySettingsTests
{
    private const string Buying = """{"id":"buy","stages":[{"id":"visit","type":"visit"},{"id":"buy","type":"purchase","channel":"web","touchpoint":"till"}]}""";
    private const string Help = """{"id":"help","stages":[{"id":"asked","type":"message"},{"id":"told","type":"call"}]}""";

    [Fact]
    public void A_journey_has_its_defaults()
    {
        var journey = Assert.Single(Of(Buying).Journeys);

        Assert.Equal(("buy", "buy", 30), (journey.Id, journey.Name, journey.DropDays));
        Assert.Equal(("visit", "visit", null, null), (journey.Stages[0].Id, journey.Stages[0].Name, journey.Stages[0].Channel, journey.Stages[0].Touchpoint));
        Assert.Equal(("purchase", "web", "till"), (journey.Stages[1].Type, journey.Stages[1].Channel, journey.Stages[1].Touchpoint));
    }

    [Fact]
    public void What_counts_as_before_keeps_its_version_and_what_counts_otherwise_gets_a_new_one()
    {
        var first = WorkspaceSettings.Default.Then(Json(Buying, Help));
        Assert.Equal([(0, 1), (1, 1)], first.Journeys.Select(journey => (journey.Slot, journey.Version)));

        var renamed = first.Then(Json(Help, Buying.Replace("\"id\":\"buy\",\"stages", "\"id\":\"buy\",\"name\":\"Buying\",\"stages", StringComparison.Ordinal)));
        Assert.Equal([(1, 1), (0, 1)], renamed.Journeys.Select(journey => (journey.Slot, journey.Version)));

        var longer = renamed.Then(Json(Help, Buying.Replace("\"stages", "\"dropDays\":31,\"stages", StringComparison.Ordinal)));
        Assert.Equal([(1, 1), (0, 3)], longer.Journeys.Select(journey => (journey.Slot, journey.Version)));
    }

    [Fact]
    public void A_slot_that_became_free_is_given_to_a_newer_version()
    {
        var settings = WorkspaceSettings.Default.Then(Json(Buying, Help)).Then(Json(Help)).Then(Json(Help, Buying));

        Assert.Equal([("help", 1, 1), ("buy", 0, 3)], settings.Journeys.Select(journey => (journey.Id, journey.Slot, journey.Version)));
    }

    [Fact]
    public void Slots_and_versions_decide_nothing()
    {
        var stored = WorkspaceSettings.Default.Then(Json(Buying));

        Assert.True(stored.Decides(Of(Buying)));
        Assert.True(stored.Decides(Of(Buying.Replace("\"stages", "\"slot\":5,\"version\":9,\"stages", StringComparison.Ordinal))));
        Assert.False(stored.Decides(Of(Help)));
    }

    [Fact]
    public void Settings_of_before_there_were_journeys_still_read()
    {
        var settings = WorkspaceSettings.FromStored("""{"version":2,"churn":{"horizonDays":60,"leaving":"Silence"}}""");

        Assert.Empty(settings.Journeys);
        Assert.Empty(settings.Goals);
        Assert.Equal(60, settings.Churn.HorizonDays);
    }

    [Theory]
    [InlineData("""{"id":"a","stages":[{"id":"x","type":"visit"}]}""", "journeys[0].stages", "has 1 entry, below the least of 2")]
    [InlineData("""{"id":"a","dropDays":366,"stages":[]}""", "journeys[0].stages", "below the least")]
    [InlineData("""{"id":"a","dropDays":366,"stages":[{"id":"x","type":"a"},{"id":"y","type":"b"}]}""", "journeys[0].dropDays", "from 1 to 365")]
    [InlineData("""{"id":"a","stages":[{"id":"x","type":"a"},{"id":"x","type":"b"}]}""", "journeys[0].stages[1].id", "used twice")]
    [InlineData("""{"id":"a","stages":[{"id":"x","type":"a"},{"id":"y"}]}""", "journeys[0].stages[1].type", "missing")]
    [InlineData("""{"stages":[]}""", "journeys[0].id", "missing")]
    [InlineData("""{"id":"a","steps":[]}""", "journeys[0].steps", "is none of")]
    public void A_fault_names_its_path(string journey, string field, string problem)
    {
        var fault = Assert.Throws<InvalidFieldException>(() => Of(journey));

        Assert.Equal(field, fault.Field);
        Assert.Contains(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_most_as_many_as_the_limit_says() =>
        Assert.Equal("journeys", Assert.Throws<InvalidFieldException>(() => Of([.. Enumerable.Repeat(Help, Limits.JourneysMax + 1)])).Field);

    private static WorkspaceSettings Of(params string[] journeys) => Deciding.Parse(Json(journeys));

    private static string Json(params string[] journeys) => $$"""{"journeys":[{{string.Join(',', journeys)}}]}""";
}
