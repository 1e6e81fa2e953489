using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>The churn model as readers see it.</summary>
public static class ModelViews
{
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

    private static PredictionRecordView Of(PredictionRecord record) => new()
    {
        Status = record.Auc is null ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
        Predictions = record.Count,
        LeftShare = record.Count == 0 ? null : (double)record.Positives / record.Count,
        Auc = record.Auc,
        Brier = record.Brier,
        CalibrationError = record.CalibrationError,
        TopDecileLift = record.TopDecileLift,
        Calibration = [.. record.Calibration.Select(bin => new CalibrationPoint(bin.MeanPredicted, bin.ObservedShare, bin.Count))],
    };
}
