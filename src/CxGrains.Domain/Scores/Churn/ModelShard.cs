using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// One partition's part of a workspace's churn model: what its own customers' outcomes say about the weights. Sums, not customers.
/// <para>
/// Learning is one pass, logistic regression by Gaussian approximation: an outcome y with features x adds c x x^T to the precision of
/// the weights and (y - p + c e) x to precision times mean, where e are the log-odds and p the probability that the weights published
/// last give for x, and c = p (1 - p), at least <see cref="OutcomeCurvature.Min"/>. Shards add up, so that partitions learn apart.
/// Each weight moves by what its posterior variance leaves open: a learning rate of its own, that no one has to set.
/// Sources: Spiegelhalter and Lauritzen, "Sequential updating of conditional probabilities on directed graphical structures",
/// Networks 20 (1990), for the approximation; Hazan, Agarwal and Kale, "Logarithmic regret algorithms for online convex optimization",
/// Machine Learning 69 (2007), for the online Newton step that it is.
/// </para>
/// </summary>
public sealed class ModelShard
{
    private const byte NewestVersion = 1;

    private readonly OutcomeSums _sums;

    /// <summary>No outcomes, before the first record.</summary>
    /// <param name="target">What is learned to be predicted.</param>
    public ModelShard(ChurnTarget target)
        : this(target, new OutcomeSums(), new PredictionRecord())
    {
    }

    private ModelShard(ChurnTarget target, OutcomeSums sums, PredictionRecord record)
    {
        Target = target;
        _sums = sums;
        Record = record;
    }

    /// <summary>The last position whose outcomes are in; <see cref="Position.None"/> for a merged shard, which stands in no log.</summary>
    public Position Position { get; private set; }

    /// <summary>What is learned to be predicted.</summary>
    public ChurnTarget Target { get; }

    /// <summary>Outcomes.</summary>
    public long Outcomes { get; private set; }

    /// <summary>Outcomes of customers that left.</summary>
    public long Positives { get; private set; }

    /// <summary>How right the predictions have been. Read only.</summary>
    public PredictionRecord Record { get; }

    internal OutcomeSums Sums => _sums;

    /// <summary>
    /// Moves on to a position, and says whether its outcomes are news. Ask once a position, before handing over all its outcomes:
    /// where the answer is false they are in already and must not be handed over again.
    /// </summary>
    public bool TryAdvance(Position position)
    {
        if (position <= Position)
        {
            return false;
        }

        Position = position;
        return true;
    }

    /// <summary>Takes in what became of a prediction. One of another target has no effect: the workspace's settings have changed since.</summary>
    /// <param name="prediction">The prediction, with the features it was made from.</param>
    /// <param name="hasLeft">What became of it.</param>
    /// <param name="logOdds">
    /// What the model last published at this position gives for the prediction's features, around which the outcome is linearised. That
    /// model is newer, and so nearer to where the weights end up, than the one that predicted a horizon ago.
    /// </param>
    public void Settle(PendingPrediction prediction, bool hasLeft, double logOdds)
    {
        if (prediction.Target != Target)
        {
            return;
        }

        Span<SlotValue> room = stackalloc SlotValue[PendingPrediction.FeaturesMax];
        ReadOnlySpan<SlotValue> features = room[..prediction.CopyFeatures(room)];
        var outcome = hasLeft ? 1 : 0;
        var probability = RiskCurve.ProbabilityOf(logOdds);
        var curvature = OutcomeCurvature.At(probability);
        _sums.Add(features, curvature, outcome - probability + (curvature * logOdds));
        Outcomes++;
        Positives += outcome;
        if (prediction.Probability is { } predicted)
        {
            Record.Add(predicted, hasLeft, byOwnModel: prediction.ModelVersion > 0);
        }
    }

    /// <summary>
    /// The shard with an outcome in it: this one, or an empty one that begins with it where the workspace wants something else predicted by now. A
    /// prediction of what is no longer wanted teaches nothing, and lets nothing be forgotten.
    /// </summary>
    public ModelShard After(OutcomeContribution outcome)
    {
        if (outcome.Prediction.Target != outcome.Target)
        {
            return this;
        }

        var shard = For(outcome.Target);
        shard.Settle(outcome.Prediction, outcome.HasLeft, outcome.LogOdds);
        return shard;
    }

    /// <summary>The shard that goes on from here: this one, or where the workspace wants something else predicted, an empty one.</summary>
    public ModelShard For(ChurnTarget target) => target == Target ? this : new ModelShard(target) { Position = Position };

    /// <summary>Both together, for reading. Associative and commutative, but for rounding.</summary>
    /// <exception cref="ArgumentException">The targets differ.</exception>
    public static ModelShard Merge(ModelShard a, ModelShard b)
    {
        if (a.Target != b.Target)
        {
            throw new ArgumentException($"Shards of {a.Target} and {b.Target} cannot be merged.", nameof(b));
        }

        return new(a.Target, OutcomeSums.Merge(a._sums, b._sums), PredictionRecord.Merge(a.Record, b.Record))
        {
            Outcomes = a.Outcomes + b.Outcomes,
            Positives = a.Positives + b.Positives,
        };
    }

    /// <summary>Writes the state, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write(Position.Value);
        Target.Encode(writer);
        writer.Write7BitEncodedInt64(Outcomes);
        writer.Write7BitEncodedInt64(Positives);
        _sums.Encode(writer);
        Record.Encode(writer);
    }

    /// <summary>Reads a state that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static ModelShard Decode(BinaryReader reader)
    {
        reader.ReadVersion("Model shard", NewestVersion);
        var position = new Position(reader.ReadInt64());
        var target = ChurnTarget.Decode(reader);
        var outcomes = reader.Read7BitEncodedInt64();
        var positives = reader.Read7BitEncodedInt64();
        return new(target, OutcomeSums.Decode(reader), PredictionRecord.Decode(reader))
        {
            Position = position,
            Outcomes = outcomes,
            Positives = positives,
        };
    }
}
