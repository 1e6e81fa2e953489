using CxGrains.Domain.Journeys;
using CxGrains.Domain.Segments;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Journeys;

public class JourneyLawTests
{
    private static readonly Gen<(string Type, string More)> Contents = Gen.OneOf(
        Gen.Elements("visit", "visit", "renewed", "page", "due").Select(type => (type, "")),
        Gen.Constant(("purchase", "\"value\":1")),
        Gen.Elements("pro", "free").Select(plan => ("identify", $"\"traits\":{{\"plan\":\"{plan}\"}}")),
        Gen.Choose(1, 5).Select(score => ("survey_response", $"\"survey\":\"csat\",\"score\":{score}")));

    // The clock goes on by up to nine days a record; what happened may be received up to nine days late.
    private static readonly Gen<JourneyStory> Stories =
        from contents in Contents.ArrayOf()
        from steps in Gen.Choose(0, 9).ArrayOf(contents.Length)
        from late in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(0, 9))).ArrayOf(contents.Length)
        select Tell(contents, steps, late);

    [Fact]
    public void Who_entered_moved_on_was_dropped_or_is_still_there() => Law.Holds(Stories, story =>
    {
        var stay = story.Story.Customer.Stays.In(story.Journey);
        return story.Populations.Where(HasCounts).All(population => Enumerable.Range(0, 3).All(stage =>
        {
            var counts = story.At(population, stage);
            var isThere = stay is { } staying && staying.Stage == stage && stage < 2 && (population == story.Workspace.Customers || IsOf(population, story, staying.Segments));
            return counts.InIt == (isThere ? 1 : 0)
                && counts.Entered >= 0 && counts.MovedOn >= 0 && counts.Dropped >= 0
                && counts.Times.Count == (stage < 2 ? counts.MovedOn : 0);
        }));
    });

    [Fact]
    public void Who_moves_on_enters_a_later_stage() => Law.Holds(Stories, story => !HasCounts(story.Workspace.Customers)
        || story.At(story.Workspace.Customers, 0).MovedOn + story.At(story.Workspace.Customers, 1).MovedOn
            == story.At(story.Workspace.Customers, 1).Entered + story.At(story.Workspace.Customers, 2).Entered);

    [Fact]
    public void Nobody_is_left_once_time_has_passed() => Law.Holds(Stories, story =>
    {
        story.IsDue(1_000);
        return story.Story.Customer.Stays.IsEmpty
            && story.Populations.Where(HasCounts).All(population => Enumerable.Range(0, 3).All(stage => story.At(population, stage).InIt == 0));
    });

    [Fact]
    public void Merging_is_associative_and_commutative() => Law.Holds(Stories.Three(), given =>
    {
        var (a, b, c) = (given.Item1.Workspace.Customers.Parts, given.Item2.Workspace.Customers.Parts, given.Item3.Workspace.Customers.Parts);
        var all = Encode(PopulationParts.Merge(PopulationParts.Merge(a, b), c));
        return all.SequenceEqual(Encode(PopulationParts.Merge(a, PopulationParts.Merge(b, c))))
            && all.SequenceEqual(Encode(PopulationParts.Merge(c, PopulationParts.Merge(b, a))));
    });

    [Fact]
    public void Merged_counts_of_two_versions_are_the_newer_ones_alone()
    {
        var older = Funnels(1);
        var newer = Funnels(2);

        var merged = Bytes.Of(JourneyFunnels.Merge(older, newer).Encode);
        Assert.Equal(Bytes.Of(newer.Encode), merged);
        Assert.Equal(merged, Bytes.Of(JourneyFunnels.Merge(newer, older).Encode));
    }

    private static JourneyFunnels Funnels(int version)
    {
        var funnels = new JourneyFunnels();
        funnels.Take(new JourneyContribution(0, version, 2, 0, JourneyStep.Entered, 19_000 + version, 0, 0));
        return funnels;
    }

    private static byte[] Encode(PopulationParts parts) => Bytes.Of(parts.Encode);

    private static bool HasCounts(PopulationShard population) => population.Parts.Journeys is not null;

    private static bool IsOf(PopulationShard population, JourneyStory story, ulong segments) =>
        (segments & (population == story.Pro ? 1UL : 1UL << 5)) != 0;

    private static JourneyStory Tell((string Type, string More)[] contents, int[] steps, int[] late)
    {
        var story = new JourneyStory();
        var day = 0;
        for (var i = 0; i < contents.Length; i++)
        {
            day += steps[i];
            _ = contents[i].Type == "due" ? story.IsDue(day) : story.Happens(contents[i].Type, day - late[i], contents[i].More, receivedDay: day);
        }

        return story;
    }
}
