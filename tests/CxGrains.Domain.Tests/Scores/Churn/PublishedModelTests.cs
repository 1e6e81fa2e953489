using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class PublishedModelTests
{
    private static readonly ChurnTarget Explicit = new(90, ChurnMode.Cancellation);

    [Theory]
    [InlineData(199, 100)]
    [InlineData(1000, 29)]
    [InlineData(1000, 971)]
    public void It_does_not_speak_of_too_few_outcomes(int outcomes, int positives) =>
        Assert.Null(PublishedModel.Learn(Shard(ChurnTarget.Default, outcomes, i => i < positives), 1));

    [Theory]
    [InlineData(200, 30)]
    [InlineData(200, 170)]
    public void It_speaks_from_the_least_number_on(int outcomes, int positives)
    {
        var model = PublishedModel.Learn(Shard(ChurnTarget.Default, outcomes, i => i < positives), 7)!;

        Assert.True(model.IsLearned);
        Assert.Equal((7, outcomes, positives), (model.Version, model.Outcomes, model.Positives));
    }

    [Fact]
    public void It_learns_who_leaves()
    {
        // Two in three without a contract leave, one in ten with one.
        var model = Learned(Explicit, i => i % 2 == 0 ? i % 3 != 0 : i % 10 == 1);

        Assert.Equal(2.0 / 3, Probability(model, "none"), 0.02);
        Assert.Equal(0.2, Probability(model, "year"), 0.02);
    }

    [Fact]
    public void Weights_of_silence_are_never_negative() => Law.Holds(
        AnyRisk.Models,
        model => new[] { RiskSlot.MbgSilence, RiskSlot.LogSilence, RiskSlot.GapSilence }.All(slot => model.Weight((int)slot) >= 0),
        runs: 50);

    [Fact]
    public void The_curve_gives_what_the_features_give() => Law.Holds(
        from model in AnyRisk.Models
        from outcome in AnyRisk.Outcomes
        select (model, outcome),
        given =>
        {
            var (model, outcome) = given;
            var features = new SlotValue[PendingPrediction.FeaturesMax];
            var count = FeatureList.Write(outcome.Inputs, outcome.Traits, outcome.AtMs, features);
            var logOdds = model.CurveOf(outcome.Inputs, model.TraitLogOdds(outcome.Traits)).LogOdds(outcome.AtMs);
            return Math.Abs(model.LogOdds(features.AsSpan(0, count)) - logOdds) < 1e-9;
        },
        runs: 50);

    [Fact]
    public void A_customer_without_activity_is_told_of_only_where_leaving_is_explicit()
    {
        var inputs = Inputs with { Rhythm = default };

        Assert.False(Learned(ChurnTarget.Default, i => i % 2 == 0).CurveOf(inputs, 0).IsKnown);
        Assert.True(Learned(Explicit, i => i % 2 == 0).CurveOf(inputs, 0).IsKnown);
    }

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        AnyRisk.Models,
        model =>
        {
            var bytes = Bytes.Of(model.Encode);
            var read = Bytes.Read(bytes, (reader, _) => PublishedModel.Decode(reader));
            return bytes.SequenceEqual(Bytes.Of(read.Encode))
                && (read.Version, read.Target, read.Outcomes, read.Positives, read.BaselineLogOdds)
                == (model.Version, model.Target, model.Outcomes, model.Positives, model.BaselineLogOdds)
                && Enumerable.Range(0, RiskSlots.Count).All(slot => read.Weight(slot) == model.Weight(slot) && read.Mean(slot) == model.Mean(slot));
        },
        runs: 50);

    [Fact]
    public void The_prior_reads_back_as_it_was()
    {
        var read = Bytes.Read(Bytes.Of(PublishedModel.Prior.Encode), (reader, _) => PublishedModel.Decode(reader));

        Assert.False(read.IsLearned);
        Assert.Equal(ChurnRisk.Probability(Inputs.Rhythm, AnyRisk.NowMs), read.CurveOf(Inputs, 0).Probability(AnyRisk.NowMs));
    }

    [Fact]
    public void Nothing_is_allocated_for_an_event()
    {
        var model = Learned(ChurnTarget.Default, i => i % 2 == 0);
        Trait[] traits = [new("contract", TraitValue.Of("none")), new("seats", TraitValue.Of(7)), new("trial", TraitValue.Of(true))];
        double Ask() => model.CurveOf(Inputs, model.TraitLogOdds(traits)).Probability(AnyRisk.NowMs)!.Value;
        Ask();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static RiskInputs Inputs { get; } = default(RiskInputs) with
    {
        Rhythm = new Rhythm(1, 0, AnyRisk.NowMs),
        Purchases = Domain.Customers.Purchases.None,
    };

    private static double Probability(PublishedModel model, string contract) =>
        model.CurveOf(Inputs, model.TraitLogOdds([new Trait("contract", TraitValue.Of(contract))])).Probability(AnyRisk.NowMs)!.Value;

    // Each pass linearises around the weights of the one before, as a stream's versions do.
    private static PublishedModel Learned(ChurnTarget target, Func<int, bool> hasLeft) =>
        Enumerable.Range(1, 4).Aggregate(PublishedModel.Prior, (model, version) => PublishedModel.Learn(Shard(target, 3000, hasLeft, model), version)!);

    private static ModelShard Shard(ChurnTarget target, int outcomes, Func<int, bool> hasLeft, PublishedModel? model = null)
    {
        var shard = new ModelShard(target);
        for (var i = 0; i < outcomes; i++)
        {
            Trait[] traits = [new("contract", TraitValue.Of(i % 2 == 0 ? "none" : "year"))];
            shard.Settle(PendingPrediction.Make(PublishedModel.Prior, target, Inputs, traits, AnyRisk.NowMs), hasLeft(i), model ?? PublishedModel.Prior);
        }

        return shard;
    }
}
