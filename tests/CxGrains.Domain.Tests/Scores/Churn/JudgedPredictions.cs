using CxGrains.Domain.Scores.Churn;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>Predictions with their outcomes, more than one partition's record holds.</summary>
internal sealed class JudgedPredictions : List<(double Probability, bool CameTrue)>
{
    public JudgedPredictions()
    {
    }

    public JudgedPredictions(IEnumerable<(double Probability, bool CameTrue)> settled)
        : base(settled)
    {
    }

    public void Add(double probability, bool cameTrue) => Add((probability, cameTrue));

    public PredictionRecord ToRecord() => this.Chunk(Limits.PredictionsKeptMax).Select(OneRecord).Aggregate(PredictionRecord.Merge);

    private static PredictionRecord OneRecord((double Probability, bool CameTrue)[] settled)
    {
        var record = new PredictionRecord();
        foreach (var (probability, cameTrue) in settled)
        {
            record.Add(probability, cameTrue, byOwnModel: cameTrue);
        }

        return record;
    }
}
