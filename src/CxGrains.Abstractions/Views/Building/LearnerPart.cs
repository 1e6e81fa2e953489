using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What one partition, or all merged, tells of what the model learned.</summary>
/// <param name="Target">What was learned to be predicted.</param>
/// <param name="Outcomes">Outcomes.</param>
/// <param name="Positives">Those of customers that left.</param>
/// <param name="Record">A copy of the judged predictions.</param>
public sealed record LearnerPart(ChurnTarget Target, long Outcomes, long Positives, PredictionRecord Record)
{
    /// <summary>A copy of a shard's.</summary>
    public static LearnerPart Of(ModelShard shard) =>
        new(shard.Target, shard.Outcomes, shard.Positives, PredictionRecord.Merge(new PredictionRecord(), shard.Record));
}
