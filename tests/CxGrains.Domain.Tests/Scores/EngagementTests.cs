using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores;

public class EngagementTests
{
    private const long HalfLifeMs = 30 * TimeSpan.MillisecondsPerDay;
    private const long NowMs = 1_700_000_000_000;

    private static readonly Gen<(InteractionKind Kind, long AtMs)> Events =
        from kind in Gen.Choose(0, Engagement.KindsCount - 1)
        from beforeMs in Gen.Choose(0, int.MaxValue)
        select ((InteractionKind)kind, NowMs - (3L * beforeMs));

    private static readonly Gen<(InteractionKind Kind, long AtMs)[]> Histories = Events.ArrayOf();

    [Fact]
    public void Nothing_done_scores_nothing() => Assert.Equal(0, default(Engagement).Score(NowMs));

    [Fact]
    public void A_count_halves_in_a_half_life()
    {
        // 2.5 purchases of 8 points are the 20 points that score 50; half of them score 100 * (1 - 2^-0.5).
        var engagement = Engagement.Restore(NowMs, [0, 0, 0, 2.5, 0, 0, 0, 0]);

        Assert.Equal(50, engagement.Score(NowMs), 10);
        Assert.Equal(29.2893, engagement.Score(NowMs + HalfLifeMs), 4);
        Assert.Equal(50, engagement.Score(NowMs - HalfLifeMs), 10);
    }

    [Fact]
    public void A_late_interaction_counts_as_much_as_if_it_had_come_in_time() => Law.Holds(
        Histories,
        history =>
        {
            var (forward, backward) = (Fold(history), Fold(history.Reverse()));
            return forward.ClockMs == backward.ClockMs && Math.Abs(forward.Points() - backward.Points()) < 1e-9;
        });

    [Fact]
    public void Merging_is_like_counting_all_in_one() => Law.Holds(
        Histories.Two(),
        pair =>
        {
            var (merged, all) = (Fold(pair.Item1).Merge(Fold(pair.Item2)), Fold(pair.Item1.Concat(pair.Item2)));
            return merged.ClockMs == all.ClockMs && Math.Abs(merged.Points() - all.Points()) < 1e-9;
        });

    [Fact]
    public void What_the_company_does_changes_nothing()
    {
        var engagement = default(Engagement).With(InteractionKind.Visit, NowMs);

        Assert.Equal(engagement, engagement.With(InteractionKind.Passive, NowMs + 1));
    }

    [Fact]
    public void The_parts_sum_to_the_score() => Law.Holds(
        Histories,
        history =>
        {
            var engagement = Fold(history);
            var parts = Enumerable.Range(0, Engagement.KindsCount).Sum(kind => engagement.Part((InteractionKind)kind, NowMs));
            return Math.Abs(parts - engagement.Score(NowMs)) < 1e-9;
        });

    [Fact]
    public void A_score_is_lost_at_the_first_such_millisecond() => Law.Holds(
        from history in Histories
        from score in Gen.OneOf(
            Gen.Choose(1, 999).Select(tenths => tenths / 10.0),
            Gen.Elements(double.Epsilon, 1e-300, 1e-13, 1e-6, 99.999999, Math.BitDecrement(100.0), 100.0))
        select (engagement: Fold(history), score),
        given =>
        {
            var (engagement, score) = given;
            var atMs = engagement.FallsBelowMs(score);
            return engagement.Score(atMs) < score && (atMs == engagement.ClockMs || engagement.Score(atMs - 1) >= score);
        },
        runs: 2000);

    [Fact]
    public void Even_a_huge_engagement_is_lost_in_the_end()
    {
        var engagement = Engagement.Restore(NowMs, [1e300, 0, 0, 0, 0, 0, 0, 0]);
        var atMs = engagement.FallsBelowMs(100);

        Assert.Equal(100, engagement.Score(atMs - 1));
        Assert.True(engagement.Score(atMs) < 100);
    }

    [Fact]
    public void Below_0_no_score_falls() =>
        Assert.Equal(long.MaxValue, default(Engagement).With(InteractionKind.Visit, NowMs).FallsBelowMs(0));

    [Fact]
    public void A_stored_engagement_comes_back() => Law.Holds(
        Histories,
        history =>
        {
            var engagement = Fold(history);
            var counts = Enumerable.Range(0, Engagement.KindsCount).Select(kind => engagement.Count((InteractionKind)kind)).ToArray();
            return Engagement.Restore(engagement.ClockMs, counts) == engagement;
        });

    private static Engagement Fold(IEnumerable<(InteractionKind Kind, long AtMs)> history) =>
        history.Aggregate(default(Engagement), (engagement, next) => engagement.With(next.Kind, next.AtMs));
}
