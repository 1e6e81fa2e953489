using CxGrains.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Tickets;

public class DurationTests
{
    private static readonly Gen<DayDurations> Any =
        from days in Gen.Choose(20_000, 20_500).ArrayOf()
        from bucket in Gen.Choose(0, 3)
        select Of(days.Select((day, i) => (day, (bucket + i) % 4)));

    [Fact]
    public void A_bucket_stands_for_its_durations_within_the_stated_error() => Law.Holds(
        Gen.Choose(60_000, int.MaxValue).Select(ms => (long)ms),
        ms => Math.Abs((DurationBuckets.Minutes(DurationBuckets.Of(ms)) * 60_000) - ms) <= DurationBuckets.RelativeErrorMax * ms);

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(59_999, 0)]
    [InlineData(60_000, 1)]
    [InlineData(65_999, 1)]
    [InlineData(66_001, 2)]
    [InlineData(long.MaxValue, DurationBuckets.Count - 1)]
    public void Buckets_begin_at_a_minute_and_grow_by_a_tenth(long ms, int bucket) => Assert.Equal(bucket, DurationBuckets.Of(ms));

    [Fact]
    public void A_longer_duration_is_in_no_lower_bucket() => Law.Holds(
        Gen.Choose(0, int.MaxValue).Two(),
        pair => DurationBuckets.Of(Math.Min(pair.Item1, pair.Item2)) <= DurationBuckets.Of(Math.Max(pair.Item1, pair.Item2)));

    [Fact]
    public void Percentiles_are_nearest_ranks()
    {
        var counts = new long[DurationBuckets.Count];
        for (var minutes = 1; minutes <= 100; minutes++)
        {
            counts[DurationBuckets.Of(minutes * 60_000L)]++;
        }

        TicketTests.AssertAbout(50, DurationBuckets.Percentile(counts, 50));
        TicketTests.AssertAbout(90, DurationBuckets.Percentile(counts, 90));
        TicketTests.AssertAbout(95, DurationBuckets.Percentile(counts, 95));
        Assert.Null(DurationBuckets.Percentile(new long[DurationBuckets.Count], 50));
    }

    [Fact]
    public void Merging_is_associative_and_commutative_and_like_adding_to_one() => Law.Holds(
        Any.Three(),
        given =>
        {
            var (a, b, c) = given;
            var left = Encode(DayDurations.Merge(DayDurations.Merge(a, b), c));
            return left.SequenceEqual(Encode(DayDurations.Merge(a, DayDurations.Merge(b, c)))) && left.SequenceEqual(Encode(DayDurations.Merge(DayDurations.Merge(c, a), b)));
        });

    [Fact]
    public void What_is_withdrawn_might_never_have_been_there() => Law.Holds(
        Gen.Choose(20_000, 20_050).Select(day => (day, bucket: day % 7)).ArrayOf().Two(),
        given =>
        {
            var durations = Of(given.Item1.Concat(given.Item2));
            Array.ForEach(given.Item2, item => durations.Withdraw(item.day, item.bucket));
            return durations.Sum(0, 30_000).SequenceEqual(Of(given.Item1).Sum(0, 30_000));
        });

    [Fact]
    public void Only_days_within_the_bound_and_the_window_count()
    {
        var durations = Of([(20_000, 3), (20_000 + Limits.TicketDaysMax - 1, 4), (20_001, 3)]);
        Assert.Equal((2, 1), (durations.Sum(0, 30_000)[3], durations.Sum(0, 20_000)[3]));

        durations.Add(20_000 + Limits.TicketDaysMax, 5);
        durations.Add(20_000, 3);
        durations.Withdraw(20_000, 3);
        Assert.Equal(1, durations.Sum(0, 30_000)[3]);
    }

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(Any, durations =>
    {
        var bytes = Encode(durations);
        return bytes.SequenceEqual(Encode(Bytes.Read(bytes, (reader, _) => DayDurations.Decode(reader))));
    });

    private static DayDurations Of(IEnumerable<(int Day, int Bucket)> items)
    {
        var durations = new DayDurations();
        foreach (var (day, bucket) in items)
        {
            durations.Add(day, bucket);
        }

        return durations;
    }

    private static byte[] Encode(DayDurations durations) => Bytes.Of(durations.Encode);
}
