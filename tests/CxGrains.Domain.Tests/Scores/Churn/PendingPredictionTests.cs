using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class PendingPredictionTests
{
    private static readonly RiskInputs Inputs = default(RiskInputs) with
    {
        Rhythm = new Rhythm(5, 40, AnyRisk.NowMs),
        Purchases = Domain.Customers.Purchases.None,
        OpenTickets = 2,
    };

    [Fact]
    public void Features_are_kept_as_they_were_but_for_rounding() => Law.Holds(
        AnyRisk.Outcomes,
        outcome =>
        {
            var expected = new SlotValue[PendingPrediction.FeaturesMax];
            var count = FeatureList.Write(outcome.Inputs, outcome.Traits, outcome.AtMs, expected);
            return Features(outcome.Predict()).SequenceEqual(expected[..count].Select(feature => feature with { Value = (double)(Half)feature.Value }));
        });

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        AnyRisk.Outcomes,
        outcome =>
        {
            var prediction = outcome.Predict();
            var read = Bytes.Read(Bytes.Of(prediction.Encode), (reader, _) => PendingPrediction.Decode(reader));
            return Features(read).SequenceEqual(Features(prediction))
                && (read.Target, read.AtMs, read.DeadlineMs, read.ModelVersion, read.Probability)
                == (prediction.Target, prediction.AtMs, prediction.DeadlineMs, prediction.ModelVersion, prediction.Probability);
        });

    [Fact]
    public void It_says_what_was_predicted_and_for_when()
    {
        var prediction = PendingPrediction.Make(PublishedModel.Prior, new ChurnTarget(30, ChurnMode.Silence), Inputs, [], AnyRisk.NowMs + AnyRisk.DayMs);

        Assert.Equal(ChurnRisk.Probability(Inputs.Rhythm, AnyRisk.NowMs + AnyRisk.DayMs)!.Value, prediction.Probability!.Value, 6);
        Assert.Equal(AnyRisk.NowMs + (31 * AnyRisk.DayMs), prediction.DeadlineMs);
        Assert.Equal(0, prediction.ModelVersion);
    }

    [Fact]
    public void A_customer_without_activity_can_be_asked_about_without_a_probability() =>
        Assert.Null(PendingPrediction.Make(PublishedModel.Prior, ChurnTarget.Default, Inputs with { Rhythm = default }, [], AnyRisk.NowMs).Probability);

    [Fact]
    public void It_takes_few_bytes()
    {
        Trait[] traits = [.. Enumerable.Range(0, 19).Select(i => new Trait($"trait {i}", TraitValue.Of("yes")))];
        var without = PendingPrediction.Make(PublishedModel.Prior, ChurnTarget.Default, Inputs, [], AnyRisk.NowMs);
        var with = PendingPrediction.Make(PublishedModel.Prior, ChurnTarget.Default, Inputs, traits, AnyRisk.NowMs);

        Assert.Equal(4 + (2 * Features(without).Length), without.FeatureBytes);
        Assert.Equal(without.FeatureBytes + (4 * traits.Length), with.FeatureBytes);
    }

    [Fact]
    public void Bytes_of_a_newer_version_are_refused() =>
        Assert.Throws<StateFormatException>(() => Bytes.Read([99, 0], (reader, _) => PendingPrediction.Decode(reader)));

    private static SlotValue[] Features(PendingPrediction prediction)
    {
        var features = new SlotValue[PendingPrediction.FeaturesMax];
        return features[..prediction.CopyFeatures(features)];
    }
}
