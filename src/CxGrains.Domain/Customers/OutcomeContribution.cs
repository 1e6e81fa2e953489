using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Customers;

/// <summary>What became of a churn prediction: what the model learns from.</summary>
/// <param name="Prediction">The prediction.</param>
/// <param name="HasLeft">Whether the customer left.</param>
/// <param name="LogOdds">What the model last published at this position gives for the prediction's features.</param>
/// <param name="Target">What the workspace wants predicted at this position; outcomes of another target teach nothing.</param>
public sealed record OutcomeContribution(PendingPrediction Prediction, bool HasLeft, double LogOdds, ChurnTarget Target) : Contribution
{
    /// <summary>None: it is for the workspace's model alone.</summary>
    public override ulong? Segments => 0;

    internal override ContributionKind Kind => ContributionKind.Outcome;

    internal override void Encode(BinaryWriter writer)
    {
        Prediction.Encode(writer);
        writer.Write(HasLeft);
        writer.Write(LogOdds);
        Target.Encode(writer);
    }

    internal static OutcomeContribution Decode(BinaryReader reader) =>
        new(PendingPrediction.Decode(reader), reader.ReadBoolean(), reader.ReadDouble(), ChurnTarget.Decode(reader));
}
