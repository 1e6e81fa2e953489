using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>Settles a prediction by the model that stands, as customers do.</summary>
internal static class Settling
{
    public static void Settle(this ModelShard shard, PendingPrediction prediction, bool hasLeft, PublishedModel model) =>
        shard.Settle(prediction, hasLeft, model.LogOdds(prediction));
}
