using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class ModelShardTests
{
    private static readonly Gen<AnyRisk.Outcome[]> Some = AnyRisk.Outcomes.ArrayOf(20);

    [Fact]
    public void Outcomes_are_counted()
    {
        var shard = AnyRisk.Learned(Many(10));

        Assert.Equal(10, shard.Outcomes);
        Assert.Equal(5, shard.Positives);
        Assert.Equal(10, shard.Record.Count);
    }

    [Fact]
    public void Merging_does_not_depend_on_the_order() => Law.Holds(
        Some.Three(),
        given =>
        {
            var (a, b, c) = (AnyRisk.Learned(given.Item1), AnyRisk.Learned(given.Item2), AnyRisk.Learned(given.Item3));
            var one = ModelShard.Merge(ModelShard.Merge(a, b), c);
            return AreAlike(one, ModelShard.Merge(a, ModelShard.Merge(b, c))) && AreAlike(one, ModelShard.Merge(ModelShard.Merge(c, b), a));
        },
        runs: 50);

    [Fact]
    public void Merging_is_like_one_partition_having_seen_it_all() => Law.Holds(
        Some.Two(),
        given =>
        {
            var together = AnyRisk.Learned(given.Item1.Concat(given.Item2));
            var merged = ModelShard.Merge(AnyRisk.Learned(given.Item1), AnyRisk.Learned(given.Item2));
            return Enumerable.Range(0, together.Sums.Slots.Count).All(i => IsClose(together.Sums, i, merged.Sums, tolerance: 1e-2));
        },
        runs: 50);

    [Fact]
    public void A_repeated_position_changes_nothing()
    {
        var shard = new ModelShard(ChurnTarget.Default);

        Assert.True(shard.TryAdvance(Position.At(1, 0)));
        Assert.False(shard.TryAdvance(Position.At(1, 0)));
        Assert.True(shard.TryAdvance(Position.At(1, 1)));
        Assert.False(shard.TryAdvance(Position.At(1, 0)));
        Assert.Equal(Position.At(1, 1), shard.Position);
    }

    [Fact]
    public void What_is_written_reads_back_and_learns_on_as_if_nothing_had_been() => Law.Holds(
        Some.Two(),
        given =>
        {
            var shard = AnyRisk.Learned(given.Item1);
            var read = Bytes.Read(Bytes.Of(shard.Encode), (reader, _) => ModelShard.Decode(reader));
            foreach (var outcome in given.Item2)
            {
                shard.Settle(outcome.Predict(), outcome.HasLeft, PublishedModel.Prior);
                read.Settle(outcome.Predict(), outcome.HasLeft, PublishedModel.Prior);
            }

            return Bytes.Of(shard.Encode).SequenceEqual(Bytes.Of(read.Encode));
        },
        runs: 50);

    [Fact]
    public void An_outcome_of_another_target_has_no_effect()
    {
        var shard = new ModelShard(new ChurnTarget(30, ChurnMode.Silence));

        shard.Settle(Many(1)[0].Predict(), true, PublishedModel.Prior);

        Assert.Equal(0, shard.Outcomes);
        Assert.Empty(shard.Sums.Slots);
    }

    [Fact]
    public void Shards_of_different_targets_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => ModelShard.Merge(new(ChurnTarget.Default), new(new ChurnTarget(30, ChurnMode.Silence))));

    [Fact]
    public void It_does_not_grow_with_outcomes() =>
        Assert.Equal(
            Bytes.Of(AnyRisk.Learned(Many(Limits.PredictionsKeptMax)).Encode).Length,
            Bytes.Of(AnyRisk.Learned(Many(2 * Limits.PredictionsKeptMax)).Encode).Length);

    [Fact]
    public void It_does_not_grow_with_traits_beyond_its_bound()
    {
        var shard = AnyRisk.Learned(Many(5000).Select((outcome, i) => outcome with { Traits = [new Trait("city", TraitValue.Of($"city {i}"))] }));

        Assert.Equal(Limits.TraitSlotsLearnedMax, shard.Sums.Slots.Count(slot => RiskSlots.IsTrait(slot)));
    }

    [Fact]
    public void An_outcome_counts_half_after_the_half_life()
    {
        var shard = AnyRisk.Learned([Many(1)[0] with { Traits = [new Trait("first", TraitValue.Of(true))] }]);
        var index = shard.Sums.Slots.ToList().FindIndex(slot => RiskSlots.IsTrait(slot));
        var fresh = shard.Sums.Precision(index, index);
        foreach (var outcome in Many(OutcomeSums.HalfLifeOutcomes))
        {
            shard.Settle(outcome.Predict(), outcome.HasLeft, PublishedModel.Prior);
        }

        // It had faded by one outcome when it was read first.
        Assert.Equal(fresh / 2, shard.Sums.Precision(index, index), 6);
        Assert.Equal(OutcomeSums.HalfLifeOutcomes + 1, shard.Outcomes);
    }

    [Fact]
    public void Bytes_of_a_newer_version_are_refused() =>
        Assert.Throws<StateFormatException>(() => Bytes.Read([99, 0], (reader, _) => ModelShard.Decode(reader)));

    private static AnyRisk.Outcome[] Many(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new AnyRisk.Outcome(
            default(RiskInputs) with { Rhythm = new Rhythm(1 + (i % 9), 5 * (i % 9), AnyRisk.NowMs), Purchases = Domain.Customers.Purchases.None },
            [],
            i % 2 == 0,
            AnyRisk.NowMs + (i % 60 * AnyRisk.DayMs))),
    ];

    private static bool AreAlike(ModelShard a, ModelShard b) =>
        (a.Outcomes, a.Positives, a.Record.Count) == (b.Outcomes, b.Positives, b.Record.Count)
        && Math.Abs(a.Record.Brier!.Value - b.Record.Brier!.Value) < 1e-12
        && a.Sums.Slots.SequenceEqual(b.Sums.Slots)
        && a.Sums.Tags.SequenceEqual(b.Sums.Tags)
        && Enumerable.Range(0, a.Sums.Slots.Count).All(i => IsClose(a.Sums, i, b.Sums, tolerance: 1e-9));

    private static bool IsClose(OutcomeSums a, int i, OutcomeSums b, double tolerance)
    {
        var j = b.Slots.ToList().IndexOf(a.Slots[i]);
        bool IsNear(double x, double y) => Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x));
        return IsNear(a.Pull(i), b.Pull(j)) && IsNear(a.Precision(i, i), b.Precision(j, j)) && IsNear(a.Precision(i, 0), b.Precision(j, b.Slots.ToList().IndexOf(a.Slots[0])));
    }
}
