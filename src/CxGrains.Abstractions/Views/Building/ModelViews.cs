using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>The churn model as readers see it.</summary>
public static class ModelViews
{
    /// <summary>Judged predictions of the workspace's own model from which on the figures are of them alone.</summary>
    public const int OwnPredictionsMin = 100;

    /// <summary>The view; parts that learned another target are left out.</summary>
    public static ModelView Of(WorkspaceDefinitions definitions, IEnumerable<LearnerPart> parts)
    {
        var target = definitions.Settings.Churn.Target;
        var learned = parts.Where(part => part.Target == target).ToList();
        var record = learned.Aggregate(new PredictionRecord(), (merged, part) => PredictionRecord.Merge(merged, part.Record));
        var model = definitions.Model;
        return new ModelView
        {
            Source = model.IsLearned ? ChurnSource.Model : ChurnSource.Prior,
            HorizonDays = target.HorizonDays,
            Leaving = target.Mode,
            Version = model.Version,
            LearnedFrom = model.Outcomes,
            Outcomes = learned.Sum(part => part.Outcomes),
            Left = learned.Sum(part => part.Positives),
            Needs = new ModelNeeds(PublishedModel.OutcomesMin, PublishedModel.OutcomesOfAKindMin),
            Record = Of(record),
        };
    }

    private static PredictionRecordView Of(PredictionRecord record)
    {
        var byOwnModel = record.CountByOwnModel;
        var isOwn = byOwnModel >= OwnPredictionsMin || (byOwnModel > 0 && byOwnModel == record.Count);
        var judged = record.Of(isOwn);
        var isKnown = judged.Auc is not null;
        return new()
        {
            Status = isKnown ? ScoreStatus.Ok : ScoreStatus.NotEnoughData,
            Predictions = record.Count,
            ByOwnModel = byOwnModel,
            Of = isOwn ? ChurnSource.Model : ChurnSource.Prior,
            LeftShare = judged.Count == 0 ? null : (double)judged.Positives / judged.Count,
            Auc = judged.Auc,
            Brier = isKnown ? judged.Brier : null,
            CalibrationError = isKnown ? judged.CalibrationError : null,
            TopDecileLift = isKnown ? judged.TopDecileLift : null,
            Calibration = [.. judged.Calibration.Select(bin => new CalibrationPoint(bin.MeanPredicted, bin.ObservedShare, bin.Count))],
        };
    }
}
