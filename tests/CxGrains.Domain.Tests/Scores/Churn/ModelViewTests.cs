using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

public class ModelViewTests
{
    [Fact]
    public void The_record_is_of_the_own_models_predictions_from_a_hundred_on_and_never_of_a_mixture()
    {
        // The prior is always wrong, the model always right.
        var before = View(prior: 400, own: ModelViews.OwnPredictionsMin - 1);
        Assert.Equal((499, 99, ChurnSource.Prior, 0.0), (before.Predictions, before.ByOwnModel, before.Of, before.Auc));

        var after = View(prior: 400, own: ModelViews.OwnPredictionsMin);
        Assert.Equal((500, 100, ChurnSource.Model, 1.0), (after.Predictions, after.ByOwnModel, after.Of, after.Auc));
        Assert.Equal(100, after.Calibration.Sum(point => point.Count));
    }

    [Fact]
    public void Where_the_priors_predictions_are_long_gone_the_few_of_the_model_are_shown() => Assert.Equal(ChurnSource.Model, View(prior: 0, own: 10).Of);

    [Fact]
    public void Where_all_had_the_same_outcome_there_are_no_figures()
    {
        var view = View(prior: 1, own: 0);

        Assert.Equal((ScoreStatus.NotEnoughData, 1), (view.Status, view.Predictions));
        Assert.Equal((null, null, null, null), (view.Auc, view.Brier, view.CalibrationError, view.TopDecileLift));
    }

    [Fact]
    public void A_settled_prediction_is_the_models_where_that_had_learned_when_it_predicted()
    {
        var inputs = default(RiskInputs) with { Rhythm = new Rhythm(5, 40, AnyRisk.NowMs), Purchases = Purchases.None };
        var learned = PublishedModel.Learn(AnyRisk.Learned(Enumerable.Range(0, 300).Select(i => new AnyRisk.Outcome(inputs, [], i % 2 == 0, AnyRisk.NowMs))), 1)!;
        var shard = new ModelShard(ChurnTarget.Default);
        foreach (var model in new[] { PublishedModel.Prior, learned, learned })
        {
            shard.Settle(PendingPrediction.Make(model, ChurnTarget.Default, inputs, [], AnyRisk.NowMs), false, learned.BaselineLogOdds);
        }

        Assert.Equal((3, 2), (shard.Record.Count, shard.Record.CountByOwnModel));
    }

    private static PredictionRecordView View(int prior, int own)
    {
        var record = new PredictionRecord();
        for (var i = 0; i < prior + own; i++)
        {
            var hasLeft = i % 2 == 1;
            record.Add(hasLeft == i >= prior ? 0.9 : 0.1, hasLeft, byOwnModel: i >= prior);
        }

        return ModelViews.Of(WorkspaceDefinitions.Empty, [new LearnerPart(ChurnTarget.Default, prior + own, (prior + own) / 2, record)]).Record;
    }
}
