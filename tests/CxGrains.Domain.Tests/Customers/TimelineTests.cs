using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class TimelineTests
{
    [Fact]
    public void The_newest_entries_are_kept_oldest_first_whatever_the_order() => Law.Holds(
        from count in Gen.Choose(0, 2 * Limits.TimelineMax)
        from ages in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
        select ages,
        ages => Of(ages.Select(age => Line($"i{age}", "visit", NoonMs - age))).Customer.Timeline.Entries
            .Select(entry => NoonMs - entry.AtMs)
            .SequenceEqual(ages.Select(age => (long)age).Order().Take(Limits.TimelineMax).Reverse()));

    [Fact]
    public void Statements_about_a_customer_are_no_entries()
    {
        var story = new CustomerStory()
            .Happens(Line("a", "identify", NoonMs, "\"traits\":{\"plan\":\"pro\"}"))
            .Happens(Line("b", "group", NoonMs, "\"account\":\"acme\""))
            .Happens(Line("c", "visit", NoonMs));

        Assert.Equal("visit", Assert.Single(story.ViewAt(NoonMs).Timeline).Type);
    }

    [Fact]
    public void A_long_comment_is_shortened_to_a_label_without_tearing_a_character_apart()
    {
        var comment = new string('x', Limits.LabelCharsMax - 2) + "😀 and more";
        var story = new CustomerStory().Happens(Line("a", "survey_response", NoonMs, $"\"survey\":\"nps\",\"score\":9,\"comment\":\"{comment}\""));

        Assert.Equal(new string('x', Limits.LabelCharsMax - 2) + "…", Assert.Single(story.ViewAt(NoonMs).Timeline).Label);
    }
}
