using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class LandmarkScheduleTests
{
    private const long HorizonMs = 90 * AnyRisk.DayMs;
    private const long FirstSeenMs = AnyRisk.NowMs;

    private static readonly ChurnTarget Explicit = new(90, ChurnMode.Cancellation);

    [Fact]
    public void Landmarks_are_one_horizon_apart() => Law.Holds(
        from phase in Gen.Choose(0, 999)
        from fromMs in Gen.Choose(-1_000_000, int.MaxValue)
        select (phase: phase / 1000.0, fromMs: FirstSeenMs + (10L * fromMs)),
        given =>
        {
            var landmarkMs = LandmarkSchedule.NextMs(FirstSeenMs, given.phase, HorizonMs, given.fromMs);
            var firstMs = FirstSeenMs + (long)(given.phase * HorizonMs);
            return landmarkMs >= given.fromMs
                && (landmarkMs - firstMs) % HorizonMs == 0
                && (landmarkMs == firstMs || landmarkMs - HorizonMs < given.fromMs)
                && LandmarkSchedule.NextMs(FirstSeenMs, given.phase, HorizonMs, landmarkMs) == landmarkMs;
        });

    [Fact]
    public void Customers_spread_over_the_horizon()
    {
        var phases = Enumerable.Range(0, 10_000).Select(i => LandmarkSchedule.PhaseOf($"customer {i}")).ToList();

        Assert.All(phases, phase => Assert.InRange(phase, 0, Math.BitDecrement(1.0)));
        Assert.All(phases.GroupBy(phase => (int)(10 * phase)), tenth => Assert.InRange(tenth.Count(), 900, 1100));
    }

    [Fact]
    public void Beyond_all_dates_there_is_none() =>
        Assert.Equal(long.MaxValue, LandmarkSchedule.NextMs(Instants.MaxMs - 1, 0.5, HorizonMs, Instants.MaxMs));

    [Theory]
    [InlineData(0, true)]
    [InlineData(179, true)]
    [InlineData(180, false)]
    public void One_silent_through_two_predictions_is_not_asked_about_again(int silentDays, bool isAsked)
    {
        var landmarkMs = FirstSeenMs + (silentDays * AnyRisk.DayMs);

        Assert.Equal(isAsked, LandmarkSchedule.IsAsked(ChurnTarget.Default, landmarkMs, FirstSeenMs, hasCancelled: false));
    }

    [Fact]
    public void One_never_active_is_asked_about_only_where_leaving_is_explicit()
    {
        Assert.False(LandmarkSchedule.IsAsked(ChurnTarget.Default, FirstSeenMs, 0, hasCancelled: false));
        Assert.True(LandmarkSchedule.IsAsked(Explicit, FirstSeenMs, 0, hasCancelled: false));
        Assert.False(LandmarkSchedule.IsAsked(Explicit, FirstSeenMs, FirstSeenMs, hasCancelled: true));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Any_activity_after_the_prediction_is_staying(int activeAfterMs, bool hasLeft) =>
        Assert.Equal(hasLeft, LandmarkSchedule.HasLeft(Predict(ChurnTarget.Default), FirstSeenMs + activeAfterMs, cancelledMs: FirstSeenMs + 1));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(HorizonMs, true)]
    [InlineData(HorizonMs + 1, false)]
    public void Where_leaving_is_explicit_a_cancellation_within_the_horizon_is_leaving(long cancelledAfterMs, bool hasLeft) =>
        Assert.Equal(hasLeft, LandmarkSchedule.HasLeft(Predict(Explicit), FirstSeenMs, FirstSeenMs + cancelledAfterMs));

    private static PendingPrediction Predict(ChurnTarget target) =>
        PendingPrediction.Make(PublishedModel.Prior, target, default(RiskInputs) with { Rhythm = new Rhythm(1, 0, FirstSeenMs), Purchases = Domain.Customers.Purchases.None }, [], FirstSeenMs);
}
