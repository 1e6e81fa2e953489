using CxGrains.Domain.Customers;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;
using CxGrains.Domain.Tests.Customers;

namespace CxGrains.Domain.Tests.Privacy;

public class ErasureTests
{
    private static readonly string Erase = CustomerStory.Line("erase", "erase", CustomerStory.NoonMs);

    [Fact]
    public void What_was_counted_stays_and_nobody_is_left() => Law.Holds(AnyLines.Of, lines =>
    {
        var story = new CustomerStory();
        var shard = new WorkspaceShard();
        foreach (var line in lines)
        {
            shard.Take(story.Happens(line).Announcement);
        }

        var (interactions, purchases, answers) = (shard.Interactions, shard.Customers.Purchases.Total, NpsOf(shard));
        shard.Take(story.Happens(Erase).Announcement);

        Assert.Equal((interactions, purchases, answers), (shard.Interactions, shard.Customers.Purchases.Total, NpsOf(shard)));
        return shard.Customers.Members == 0 && story.Customer.IsEmpty && story.Announcement.Erased is not null;
    });

    [Fact]
    public void A_survey_keeps_the_answer_and_loses_the_comment()
    {
        var shard = new SurveyShard(SurveyMetric.Nps, 10);
        var story = new CustomerStory();
        shard.Take(story.Happens(CustomerStory.Line("i1", "survey_response", CustomerStory.NoonMs, "\"survey\":\"nps\",\"score\":3,\"comment\":\"Slow\",\"channel\":\"web\"")).Announcement, "nps");

        shard.Take(story.Happens(Erase).Announcement, "nps");

        Assert.Equal((1, 0), (shard.Responses, shard.Comments.Count));
        Assert.Equal(1, shard.Window(Instants.DayOf(CustomerStory.NoonMs), Instants.DayOf(CustomerStory.NoonMs)).Responses);
    }

    [Fact]
    public void What_it_is_remembered_by_is_its_email_and_for_how_long_the_workspace_decides()
    {
        var story = new CustomerStory { Settings = new() { Privacy = new() { TombstoneDays = 7 } } };
        story.Happens(CustomerStory.Line("i1", "identify", CustomerStory.NoonMs, "\"traits\":{\"email\":\"Ada@Example.com\"}"));

        var erased = story.Happens(Erase).Announcement.Erased!;

        Assert.Equal("Ada@Example.com", Assert.Single(erased.Emails));
        Assert.Equal(CustomerStory.NoonMs + (7 * CustomerStory.DayMs), erased.UntilMs);
    }

    [Fact]
    public void The_ids_it_took_in_are_to_be_erased_as_well()
    {
        var visitor = new CustomerStory { Customer = new Customer("anon") };
        var merge = (MergeEffect)visitor.Happens("""{"id":"alias","customer":"ada","type":"alias","previousId":"anon","at":"2025-06-01T00:00:00Z"}""").Announcement.Effect!;
        var user = new CustomerStory().Takes(merge);
        Assert.Equal(["anon"], user.Customer.MergedIds);

        var effect = Assert.IsType<EraseEffect>(user.Happens(Erase).Announcement.Effect);

        Assert.Equal(["anon"], effect.All);
        Assert.IsType<ForwardEffect>(visitor.Happens(Erase.Replace("\"ada\"", "\"anon\"", StringComparison.Ordinal)).Announcement.Effect);
        Assert.NotNull(visitor.Announcement.Erased);
    }

    [Fact]
    public void Its_effect_is_split_by_partition_and_is_the_same_when_read_again()
    {
        var effect = EraseEffect.Of(["a", "bb", "c", "dd"])!;

        var parts = effect.SplitBy(id => id.Length).Cast<EraseEffect>().Select(part => part.All.ToArray()).ToArray();

        Assert.Equal([["a", "c"], ["bb", "dd"]], parts);
        var read = Assert.IsType<EraseEffect>(Bytes.Read(Bytes.Of(effect.Encode), Effect.Decode));
        Assert.Equal(effect.All, read.All);
        Assert.True(effect.Names(id => id == "c"));
        Assert.False(effect.Names(id => id == "e"));
    }

    private static NpsScore? NpsOf(WorkspaceShard shard) => shard.Answers.Nps(0, Instants.DayOf(CustomerStory.NoonMs));
}
