using CxGrains.Domain.Surveys;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Surveys;

public class DayCountsTests
{
    private const int Columns = 3;

    // Days around the bound as well as close together, so that some expire and many share a day.
    private static readonly Gen<(int Day, int Column)> Answers =
        from day in Gen.OneOf(Gen.Choose(0, 20), Gen.Choose(Limits.ShardDaysMax - 5, Limits.ShardDaysMax + 15), Gen.Choose(-10, 9000))
        from column in Gen.Choose(0, Columns - 1)
        select (day, column);

    private static readonly Gen<(int Day, int Column)[]> Histories = Answers.ArrayOf();

    [Fact]
    public void Sums_are_those_of_a_plain_list() => Law.Holds(
        from history in Histories
        from fromDay in Gen.Choose(-20, 5000)
        from days in Gen.Choose(0, 5000)
        select (history, fromDay, toDay: fromDay + days),
        given =>
        {
            var (history, fromDay, toDay) = given;
            var newest = history.Select(answer => answer.Day).DefaultIfEmpty(int.MinValue).Max();
            var kept = history.Where(answer => answer.Day > newest - (long)Limits.ShardDaysMax && answer.Day >= fromDay && answer.Day <= toDay).ToList();
            var expected = Enumerable.Range(0, Columns).Select(column => kept.LongCount(answer => answer.Column == column));
            return expected.SequenceEqual(Fold(history).Sum(fromDay, toDay));
        },
        runs: 500);

    [Fact]
    public void The_order_of_answers_does_not_matter() =>
        Law.Holds(Histories, history => Encode(Fold(history)).SequenceEqual(Encode(Fold(history.Reverse()))));

    [Fact]
    public void What_is_added_and_withdrawn_leaves_nothing_behind() => Law.Holds(
        Histories.Two(),
        pair =>
        {
            // All days are known to both, as a newer day moves the bound for good.
            var (kept, withdrawn) = pair;
            var counts = Fold(kept.Concat(withdrawn));
            var expected = Fold(kept);
            foreach (var (day, column) in withdrawn)
            {
                counts.Withdraw(day, column);
            }

            expected.Add(Math.Max(counts.NewestDay, 0), 0);
            counts.Add(Math.Max(counts.NewestDay, 0), 0);
            return Encode(expected).SequenceEqual(Encode(counts));
        });

    [Fact]
    public void Withdrawing_what_has_expired_changes_nothing()
    {
        var counts = new DayCounts(1);
        counts.Add(0, 0);
        counts.Add(Limits.ShardDaysMax, 0);
        counts.Withdraw(0, 0);

        Assert.Equal([1], counts.Sum(0, Limits.ShardDaysMax));
    }

    [Fact]
    public void The_oldest_day_kept_is_the_bound_behind_the_newest()
    {
        var counts = new DayCounts(1);
        counts.Add(0, 0);
        counts.Add(1, 0);
        counts.Add(Limits.ShardDaysMax, 0);
        counts.Add(0, 0);

        Assert.Equal([0], counts.Sum(0, 0));
        Assert.Equal([1], counts.Sum(1, 1));
    }

    [Fact]
    public void Only_days_with_counts_take_memory()
    {
        var counts = new DayCounts(11);
        counts.Add(9_900, 3);
        counts.Add(12_000, 3);
        counts.Add(12_000, 4);
        Assert.Equal(2, counts.DaysCount);

        counts.Withdraw(9_900, 3);
        Assert.Equal(1, counts.DaysCount);
        Assert.Equal(12_000, counts.NewestDay);
    }

    [Fact]
    public void Merging_is_like_counting_all_in_one() => Law.Holds(
        Histories.Two(),
        pair => Encode(DayCounts.Merge(Fold(pair.Item1), Fold(pair.Item2))).SequenceEqual(Encode(Fold(pair.Item1.Concat(pair.Item2)))));

    [Fact]
    public void Merging_is_commutative_and_associative() => Law.Holds(
        Histories.Three(),
        given =>
        {
            var (a, b, c) = (Fold(given.Item1), Fold(given.Item2), Fold(given.Item3));
            return Encode(DayCounts.Merge(a, b)).SequenceEqual(Encode(DayCounts.Merge(b, a)))
                && Encode(DayCounts.Merge(DayCounts.Merge(a, b), c)).SequenceEqual(Encode(DayCounts.Merge(a, DayCounts.Merge(b, c))));
        });

    [Fact]
    public void What_was_merged_goes_on_by_itself()
    {
        var counts = new DayCounts(1);
        counts.Add(5, 0);
        var merged = DayCounts.Merge(counts, new DayCounts(1));
        merged.Add(5, 0);
        merged.Add(6, 0);

        Assert.Equal([1], counts.Sum(0, 10));
        Assert.Equal([3], merged.Sum(0, 10));
    }

    [Fact]
    public void A_trailing_window_slides_to_the_sums_of_each_day() => Law.Holds(
        from history in Histories
        from lastDay in Gen.Choose(0, 60)
        from days in Gen.Choose(0, 40)
        from windowDays in Gen.Choose(1, 30)
        select (history, lastDay, days, windowDays),
        given =>
        {
            var (history, lastDay, days, windowDays) = given;
            var counts = Fold(history);
            var windows = counts.Trailing(lastDay, days, windowDays);
            return windows.Count == days
                && windows.Index().All(window => window.Item.SequenceEqual(
                    counts.Sum(lastDay - days + 1 + window.Index - windowDays + 1, lastDay - days + 1 + window.Index)));
        });

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Histories,
        history =>
        {
            var bytes = Encode(Fold(history));
            return bytes.SequenceEqual(Encode(Bytes.Read(bytes, static (reader, _) => DayCounts.Decode(reader, Columns))));
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(Columns)]
    public void A_column_that_is_not_there_is_refused(int column)
    {
        var counts = new DayCounts(Columns);

        Assert.Throws<ArgumentOutOfRangeException>(() => counts.Add(1, column));
        Assert.Equal(0, counts.DaysCount);
    }

    [Fact]
    public void Counts_of_different_columns_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => DayCounts.Merge(new DayCounts(1), new DayCounts(2)));

    private static DayCounts Fold(IEnumerable<(int Day, int Column)> history)
    {
        var counts = new DayCounts(Columns);
        foreach (var (day, column) in history)
        {
            counts.Add(day, column);
        }

        return counts;
    }

    private static byte[] Encode(DayCounts counts) => Bytes.Of(counts.Encode);
}
