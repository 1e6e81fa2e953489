using CxGrains.Domain.Scores.Churn;
using FsCheck;
using FsCheck.Fluent;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class PredictionRecordTests
{
    private static readonly Gen<(double Probability, bool CameTrue)[]> Some =
        (from probability in Gen.Choose(0, 20)
         from cameTrue in Gen.Elements(true, false)
         select (probability / 20.0, cameTrue)).ArrayOf(30);

    [Fact]
    public void Without_predictions_nothing_is_known()
    {
        var record = new PredictionRecord();

        Assert.Null(record.Auc);
        Assert.Null(record.Brier);
        Assert.Null(record.CalibrationError);
        Assert.Null(record.TopDecileLift);
        Assert.Empty(record.Calibration);
        Assert.Null(Of([(0.5, true)]).Auc);
    }

    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order_ties_half() => Law.Holds(
        Some,
        settled =>
        {
            var pairs = from left in settled where left.CameTrue from stayed in settled where !stayed.CameTrue select Math.Sign(left.Probability - stayed.Probability);
            var won = pairs.Select(sign => (sign + 1) / 2.0).ToList();
            return won.Count == 0 ? Of(settled).Auc is null : Math.Abs(Of(settled).Auc!.Value - won.Average()) < 1e-12;
        });

    [Fact]
    public void Brier_is_the_mean_square() => Assert.Equal((0.04 + 0.25) / 2, Of([(0.8, true), (0.5, false)]).Brier!.Value, 4);

    [Fact]
    public void Calibration_tells_predicted_and_observed_by_tenths()
    {
        var record = Of([(0.12, true), (0.18, false), (0.95, true), (1, true)]);

        Assert.Equal([2, 2], record.Calibration.Select(bin => bin.Count));
        Assert.Equal(0.15, record.Calibration[0].MeanPredicted, 4);
        Assert.Equal(0.5, record.Calibration[0].ObservedShare);
        Assert.Equal(0.975, record.Calibration[1].MeanPredicted, 4);
        Assert.Equal(((2 * 0.35) + (2 * 0.025)) / 4, record.CalibrationError!.Value, 4);
    }

    [Fact]
    public void Lift_compares_the_top_tenth_with_all()
    {
        var record = Of([.. Enumerable.Range(0, 100).Select(i => (i / 100.0, i >= 90 || i < 10))]);

        Assert.Equal(5, record.TopDecileLift!.Value, 9);
        Assert.Equal(1, Of([.. Enumerable.Range(0, 100).Select(i => (0.5, i % 2 == 0))]).TopDecileLift!.Value, 9);
    }

    [Fact]
    public void The_oldest_goes_where_it_is_full()
    {
        var record = Of([.. Enumerable.Repeat((1.0, false), 500), .. Enumerable.Repeat((1.0, true), Limits.PredictionsKeptMax)]);

        Assert.Equal(Limits.PredictionsKeptMax, record.Count);
        Assert.Equal(Limits.PredictionsKeptMax, record.Positives);
    }

    [Fact]
    public void Merging_is_like_one_having_seen_it_all_in_any_order() => Law.Holds(
        Some.Three(),
        given =>
        {
            var (a, b, c) = (Of(given.Item1), Of(given.Item2), Of(given.Item3));
            var all = Of([.. given.Item1, .. given.Item2, .. given.Item3]);
            return Figures(PredictionRecord.Merge(a, PredictionRecord.Merge(b, c))) == Figures(all)
                && Figures(PredictionRecord.Merge(PredictionRecord.Merge(c, b), a)) == Figures(all);
        });

    [Fact]
    public void What_is_written_reads_back() => Law.Holds(
        Some,
        settled =>
        {
            var bytes = Bytes.Of(Of(settled).Encode);
            return bytes.SequenceEqual(Bytes.Of(Bytes.Read(bytes, (reader, _) => PredictionRecord.Decode(reader)).Encode));
        });

    private static PredictionRecord Of(IEnumerable<(double Probability, bool CameTrue)> settled)
    {
        var record = new PredictionRecord();
        foreach (var (probability, cameTrue) in settled)
        {
            record.Add(probability, cameTrue, byOwnModel: cameTrue);
        }

        return record;
    }

    private static (int Count, double Auc, double Brier, double Error, double Lift) Figures(PredictionRecord record) =>
        (record.Count, Round(record.Auc), Round(record.Brier), Round(record.CalibrationError), Round(record.TopDecileLift));

    private static double Round(double? figure) => Math.Round(figure ?? -1, 9);
}
