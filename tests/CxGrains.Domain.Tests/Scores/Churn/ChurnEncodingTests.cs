using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>What is stored today must still be read, and learned from, by every later version.</summary>
public class ChurnEncodingTests
{
    private const string GoldenPrediction = "011E0180D095FFBC31000000C0FF0E01020004003C003C003CF482E83B";
    private const string GoldenRecordVersion1 = "01D00F02000000FFFF01";
    private const string GoldenRecord = "02D00F02000000FFFF03";
    private const string GoldenShard =
        "0102000100000000001E01010101000000000000F03F0400000000000000000000E03F000000000000F03F000000000000D03F09000000"
        + "000000000000E03F000000000000F03F000000000000D03F000000000000D03F1A000000000000000000E03F000000000000F03F000000"
        + "000000D03F000000000000D03F000000000000D03FF402E83B000000000000E03F000000000000F03F000000000000D03F000000000000"
        + "D03F000000000000D03F000000000000D03F";
    private const string EmptyRecordVersion1 = "01D00F00";
    private const string EmptyRecord = "02D00F00";
    private const string GoldenModel = "01005A000000EF39FAFE422EF6BF0201000000000000000000F03F000000000000000004000000000000000000F03F0000000000000000";

    private static readonly ChurnTarget Target = new(30, ChurnMode.Cancellation);

    // Powers of two and whole logarithms throughout, so that no machine's rounding shows in the bytes.
    private static readonly RiskInputs Inputs = default(RiskInputs) with { Purchases = Purchases.None, CancelRequested = true };

    [Fact]
    public void Version_1_of_a_prediction_reads()
    {
        Assert.Equal(GoldenPrediction, Convert.ToHexString(Bytes.Of(Predict().Encode)));
        var read = Bytes.Read(Convert.FromHexString(GoldenPrediction), (reader, _) => PendingPrediction.Decode(reader));

        Assert.Equal((Target, AnyRisk.NowMs, 0L, null), (read.Target, read.AtMs, read.ModelVersion, read.Probability));
        var features = new SlotValue[PendingPrediction.FeaturesMax];
        Assert.Equal(4, read.CopyFeatures(features));
        Assert.Equal([(int)RiskSlot.Bias, (int)RiskSlot.NeverActive, (int)RiskSlot.CancelRequested, 756], features.Take(4).Select(feature => (int)feature.Slot));
    }

    [Fact]
    public void Every_version_of_a_record_reads()
    {
        var record = new PredictionRecord();
        record.Add(0, false, byOwnModel: false);
        record.Add(1, true, byOwnModel: true);
        Assert.Equal(GoldenRecord, Convert.ToHexString(Bytes.Of(record.Encode)));

        foreach (var (bytes, byOwnModel) in new[] { (GoldenRecordVersion1, 0), (GoldenRecord, 1) })
        {
            var read = Bytes.Read(Convert.FromHexString(bytes), (reader, _) => PredictionRecord.Decode(reader));
            Assert.Equal((1, byOwnModel), (read.Auc, read.CountByOwnModel));
        }
    }

    [Fact]
    public void Version_1_of_a_shard_reads()
    {
        var shard = new ModelShard(Target);
        shard.TryAdvance(Position.At(1, 2));
        shard.Settle(Predict(), hasLeft: true, PublishedModel.Prior);
        Assert.Equal(GoldenShard + EmptyRecord, Convert.ToHexString(Bytes.Of(shard.Encode)));
        var read = Bytes.Read(Convert.FromHexString(GoldenShard + EmptyRecordVersion1), (reader, _) => ModelShard.Decode(reader));

        Assert.Equal((Position.At(1, 2), Target, 1L, 1L), (read.Position, read.Target, read.Outcomes, read.Positives));
        Assert.Equal(GoldenShard + EmptyRecord, Convert.ToHexString(Bytes.Of(read.Encode)));
    }

    [Fact]
    public void Version_1_of_a_model_reads()
    {
        var read = Bytes.Read(Convert.FromHexString(GoldenModel), (reader, _) => PublishedModel.Decode(reader));

        Assert.Equal((0L, ChurnTarget.Default, 0L, 0L), (read.Version, read.Target, read.Outcomes, read.Positives));
        Assert.Equal((1.0, 1.0), (read.Weight((int)RiskSlot.MbgSilence), read.Weight((int)RiskSlot.MbgHistory)));
        Assert.Equal(GoldenModel, Convert.ToHexString(Bytes.Of(PublishedModel.Prior.Encode)));
    }

    private static PendingPrediction Predict() =>
        PendingPrediction.Make(PublishedModel.Prior, Target, Inputs, [new Trait("plan", TraitValue.Of("team"))], AnyRisk.NowMs);
}
