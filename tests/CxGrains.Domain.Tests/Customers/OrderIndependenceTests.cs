using CxGrains.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Customers;

public class OrderIndependenceTests
{
    private static readonly Gen<(string[] Sorted, string[] Shuffled)> Cases =
        from lines in AnyLines.Of.Where(lines => lines.Length > 0)
        from shuffled in AnyLines.ShuffledThreeTimes(lines)
        select (lines.OrderBy(line => line[line.IndexOf("\"at\"", StringComparison.Ordinal)..], StringComparer.Ordinal).ToArray(), shuffled);

    [Fact]
    public void Shuffled_and_sent_three_times_is_like_sorted_and_sent_once() => Law.Holds(Cases, given =>
    {
        var once = CustomerStory.Of(given.Sorted).ViewAt(CustomerStory.NoonMs);
        var often = CustomerStory.Of(given.Shuffled).ViewAt(CustomerStory.NoonMs);
        Sameness.Same(once, often, Sameness.BandHistory);
        return once.Interactions == given.Sorted.Length;
    });

    [Fact]
    public void What_populations_hold_does_not_depend_on_order() => Law.Holds(Cases, given =>
        CustomerStory.Of(given.Sorted).Customer.ToMember() == CustomerStory.Of(given.Shuffled).Customer.ToMember());

    [Fact]
    public void Announced_answers_add_up_to_the_kept_ones() => Law.Holds(Cases, given =>
    {
        var story = new CustomerStory();
        var counted = new List<object>();
        foreach (var line in given.Shuffled)
        {
            story.Happens(line);
            if (story.Announcement.WithdrawnAnswer is { } withdrawn)
            {
                Assert.True(counted.Remove(withdrawn));
            }

            if (story.Announcement.AddedAnswer is { } added)
            {
                counted.Add(added);
            }
        }

        return counted.ToHashSet().SetEquals(story.Customer.Answers.Select(kept => kept.Contribution));
    });
}
