using CxGrains.Domain.Customers;
using FsCheck;
using FsCheck.Fluent;
using static CxGrains.Domain.Tests.Customers.CustomerStory;

namespace CxGrains.Domain.Tests.Customers;

public class RecentIdsTests
{
    [Fact]
    public void The_ring_is_a_queue_of_the_latest_ids() => Law.Holds(
        Gen.Choose(1, 400).ListOf(),
        fingerprints =>
        {
            var ring = new RecentIds();
            var model = new List<ulong>();
            foreach (var fingerprint in fingerprints.Select(number => (ulong)number))
            {
                Assert.Equal(model.Contains(fingerprint), ring.FirstSight(fingerprint) is not null);
                if (!model.Contains(fingerprint))
                {
                    ring.Add(fingerprint, Position.At((long)fingerprint, 1));
                    model.Add(fingerprint);
                    model.RemoveRange(0, Math.Max(0, model.Count - Limits.RecentIdsMax));
                }
            }

            return ring.Count == model.Count && model.TrueForAll(fingerprint => ring.FirstSight(fingerprint) == Position.At((long)fingerprint, 1));
        });

    [Fact]
    public void A_ring_that_took_in_another_goes_on_alike_once_it_is_read_again() => Law.Holds(
        Gen.Choose(1, 2_000).ListOf().Two(),
        both =>
        {
            var merged = RingOf(both.Item1).With(RingOf(both.Item2.Concat(both.Item1.Take(20))), Position.At(1, 0));
            var again = Bytes.Read(Bytes.Of(merged.Encode), (reader, _) => RecentIds.Decode(reader));
            foreach (var number in Enumerable.Range(10_000, 300))
            {
                merged.Add((ulong)number, Position.At(number, 0));
                again.Add((ulong)number, Position.At(number, 0));
            }

            return both.Item1.Concat(both.Item2).All(number => merged.FirstSight((ulong)number) == again.FirstSight((ulong)number))
                && Bytes.Of(merged.Encode).SequenceEqual(Bytes.Of(again.Encode));
        });

    [Fact]
    public void A_full_ring_forgets_the_oldest_first()
    {
        var ring = new RecentIds();
        for (var i = 1; i <= Limits.RecentIdsMax + 2; i++)
        {
            ring.Add((ulong)i, Position.At(i, 0));
        }

        Assert.Equal(Limits.RecentIdsMax, ring.Count);
        Assert.Null(ring.FirstSight(1));
        Assert.Null(ring.FirstSight(2));
        Assert.Equal(Position.At(3, 0), ring.FirstSight(3));
        Assert.Equal(Position.At(Limits.RecentIdsMax + 2, 0), ring.FirstSight(Limits.RecentIdsMax + 2));
    }

    [Fact]
    public void A_repeat_has_no_effect_as_long_as_its_id_is_remembered()
    {
        var story = Of(Enumerable.Range(0, Limits.RecentIdsMax).Select(i => Line($"i{i}", "visit", NoonMs - i)));

        story.Happens(Line("i0", "visit", NoonMs));
        Assert.False(story.Announcement.IsCounted);
        Assert.Equal(Limits.RecentIdsMax, story.Customer.Interactions);
        Assert.Equal(story.Announcement.Before, story.Announcement.After);
    }

    [Fact]
    public void Interactions_without_an_id_all_count()
    {
        const string Line = """{"customer":"ada","type":"visit"}""";

        Assert.Equal(3, new CustomerStory().Happens(Line).Happens(Line).Happens(Line).Customer.Interactions);
    }

    [Fact]
    public void A_record_at_or_before_the_position_changes_nothing()
    {
        var story = new CustomerStory().Happens(Line("a", "visit", NoonMs)).Happens(Line("b", "visit", NoonMs));
        var context = new FoldContext(Position.At(2, 0), NoonMs, true, WorkspaceRules.None, new TimelineSources());

        CustomerFold.Fold(story.Customer, new() { Customer = "ada", Type = "visit", AtMs = NoonMs, IdFingerprint = 7 }, null, context, story.Announcement);

        Assert.Equal(2, story.Customer.Interactions);
        Assert.False(story.Announcement.IsCounted);
    }

    private static RecentIds RingOf(IEnumerable<int> numbers)
    {
        var ring = new RecentIds();
        foreach (var number in numbers.Distinct())
        {
            ring.Add((ulong)number, Position.At(number, 0));
        }

        return ring;
    }
}
