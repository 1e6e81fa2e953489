using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// A workspace's churn model as published: one weight a feature, and the average customer that drivers are told against.
/// Log-odds of leaving = weights . features. Immutable.
/// </summary>
public sealed class PublishedModel
{
    /// <summary>Outcomes a model must rest on to be published.</summary>
    public const int OutcomesMin = 200;

    /// <summary>Outcomes of each kind, leaving and staying, a model must rest on to be published.</summary>
    public const int OutcomesOfAKindMin = 30;

    private const byte NewestVersion = 1;

    private readonly double[] _weights;
    private readonly double[] _means;
    private readonly ushort[] _tags;

    private PublishedModel(long version, ChurnTarget target, long outcomes, long positives)
    {
        Version = version;
        Target = target;
        Outcomes = outcomes;
        Positives = positives;
        _weights = new double[RiskSlots.Count];
        _means = new double[RiskSlots.Count];
        _tags = new ushort[RiskSlots.Count];
        _weights[(int)RiskSlot.MbgSilence] = 1;
        _weights[(int)RiskSlot.MbgHistory] = 1;
    }

    /// <summary>
    /// Version 0, which has learned nothing: <see cref="ChurnRisk"/>, whatever the target. Its average customer is one that was just
    /// seen for the first time.
    /// </summary>
    public static PublishedModel Prior { get; } = new(0, ChurnTarget.Default, 0, 0);

    /// <summary>The version, from 1; 0 for <see cref="Prior"/>.</summary>
    public long Version { get; }

    /// <summary>What is predicted.</summary>
    public ChurnTarget Target { get; }

    /// <summary>Outcomes it rests on.</summary>
    public long Outcomes { get; }

    /// <summary>Those of customers that left.</summary>
    public long Positives { get; }

    /// <summary>Whether it has learned.</summary>
    public bool IsLearned => Version != 0;

    /// <summary>The model that speaks where a target is wanted: this one where it learned that, and otherwise <see cref="Prior"/>.</summary>
    public PublishedModel InForce(ChurnTarget target) => IsLearned && Target == target ? this : Prior;

    /// <summary>
    /// Whether it is time to publish again: a tenth more outcomes have come in, or any and a day has passed, so that it happens often while
    /// there is much to learn, and daily later.
    /// </summary>
    /// <param name="outcomes">Outcomes of all partitions.</param>
    /// <param name="target">Their target.</param>
    /// <param name="ageMs">Milliseconds since this one was published, or since that is known.</param>
    public bool IsOutgrownBy(long outcomes, ChurnTarget target, long ageMs) => outcomes >= OutcomesMin
        && (Target != target
            || outcomes < Outcomes
            || outcomes >= Outcomes + Math.Max(OutcomesMin / 4, Outcomes / 10)
            || (outcomes > Outcomes && ageMs >= TimeSpan.MillisecondsPerDay));

    /// <summary>The weights of silence.</summary>
    public SilenceWeights Silence => field ??= new SilenceWeights(
        _weights[(int)RiskSlot.MbgSilence], _weights[(int)RiskSlot.LogSilence], _weights[(int)RiskSlot.GapSilence]);

    /// <summary>
    /// The log-odds of the average customer, against which drivers are told: of mean features, or for <see cref="Prior"/> of a customer
    /// that was just seen for the first time.
    /// </summary>
    public double BaselineLogOdds { get; private init; } = ChurnRisk.HistoryLogOdds(new Rhythm(1, 0, 0));

    /// <summary>Learns from all partitions' outcomes.</summary>
    /// <param name="outcomes">The merged shard.</param>
    /// <param name="version">From 1.</param>
    /// <returns>The model; null where there are too few outcomes to speak.</returns>
    public static PublishedModel? Learn(ModelShard outcomes, long version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        var fewer = Math.Min(outcomes.Positives, outcomes.Outcomes - outcomes.Positives);
        if (outcomes.Outcomes < OutcomesMin || fewer < OutcomesOfAKindMin)
        {
            return null;
        }

        var sums = outcomes.Sums;
        var weights = ModelFit.Solve(sums, Prior._weights);
        var baseline = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            baseline += weights[i] * sums.Mean(i);
        }

        var model = new PublishedModel(version, outcomes.Target, outcomes.Outcomes, outcomes.Positives) { BaselineLogOdds = baseline };
        for (var i = 0; i < weights.Length; i++)
        {
            var slot = sums.Slots[i];
            (model._weights[slot], model._means[slot], model._tags[slot]) = (weights[i], sums.Mean(i), sums.Tags[i]);
        }

        return model;
    }

    /// <summary>The weight of a slot.</summary>
    public double Weight(int slot) => _weights[slot];

    /// <summary>The mean of a slot's feature over the outcomes' customers.</summary>
    public double Mean(int slot) => _means[slot];

    /// <summary>The short hash of the key of the trait that names a slot's driver; 0 for none.</summary>
    public ushort Tag(int slot) => _tags[slot];

    /// <summary>
    /// What one trait adds to the log-odds. Nothing is allocated. The sum over a customer's traits changes only with them and with
    /// the model's version, so it is worth keeping.
    /// </summary>
    public double TraitLogOdds(in Trait trait)
    {
        if (!IsLearned)
        {
            return 0;
        }

        Span<SlotValue> features = stackalloc SlotValue[TraitFeatures.PerTraitMax];
        return LogOdds(features[..TraitFeatures.Write(trait, features)]);
    }

    /// <summary>What traits together add to the log-odds.</summary>
    public double TraitLogOdds(ReadOnlySpan<Trait> traits)
    {
        var sum = 0.0;
        foreach (ref readonly var trait in traits)
        {
            sum += TraitLogOdds(trait);
        }

        return sum;
    }

    /// <summary>A customer's probability as a function of the instant. Nothing is allocated.</summary>
    /// <param name="inputs">The customer's state at its last record.</param>
    /// <param name="traitLogOdds">The sum of <see cref="TraitLogOdds(in Trait)"/> over its traits.</param>
    /// <returns>
    /// The curve; where the customer was never active nothing is known, unless leaving is explicit and the model has learned.
    /// </returns>
    public RiskCurve CurveOf(in RiskInputs inputs, double traitLogOdds)
    {
        if (inputs.Rhythm.ActiveDays == 0 && !(IsLearned && Target.Mode == ChurnMode.Cancellation))
        {
            return default;
        }

        if (!IsLearned)
        {
            return new(ChurnRisk.HistoryLogOdds(inputs.Rhythm) + ChurnRisk.DepartureLogOdds(inputs.Departure), inputs.Rhythm, 1, 0, 0);
        }

        Span<double> values = stackalloc double[RiskSlots.StateCount];
        values.Clear();
        StateFeatures.FillStatic(inputs, values);
        var logOdds = traitLogOdds;
        for (var slot = 0; slot < values.Length; slot++)
        {
            logOdds += _weights[slot] * values[slot];
        }

        return new(
            logOdds,
            inputs.Rhythm,
            _weights[(int)RiskSlot.MbgSilence],
            _weights[(int)RiskSlot.LogSilence],
            _weights[(int)RiskSlot.GapSilence]);
    }

    /// <summary>The log-odds of given features.</summary>
    public double LogOdds(ReadOnlySpan<SlotValue> features)
    {
        var sum = 0.0;
        foreach (ref readonly var feature in features)
        {
            sum += _weights[feature.Slot] * feature.Value;
        }

        return sum;
    }

    /// <summary>The log-odds that a prediction's features give.</summary>
    public double LogOdds(PendingPrediction prediction)
    {
        Span<SlotValue> features = stackalloc SlotValue[PendingPrediction.FeaturesMax];
        return LogOdds(features[..prediction.CopyFeatures(features)]);
    }

    /// <summary>The model as bytes, for logs and stores.</summary>
    public byte[] ToBytes() => StateEncoding.ToBytes(this, static (model, writer) => model.Encode(writer));

    /// <summary>Reads what <see cref="ToBytes"/> gave.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PublishedModel FromBytes(byte[] bytes) => Decode(new BinaryReader(new MemoryStream(bytes)));

    /// <summary>Writes the model, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write7BitEncodedInt64(Version);
        Target.Encode(writer);
        writer.Write7BitEncodedInt64(Outcomes);
        writer.Write7BitEncodedInt64(Positives);
        writer.Write(BaselineLogOdds);
        writer.Write7BitEncodedInt(Enumerable.Range(0, RiskSlots.Count).Count(IsStored));
        for (var slot = 0; slot < RiskSlots.Count; slot++)
        {
            if (IsStored(slot))
            {
                writer.Write((ushort)slot);
                writer.Write(_tags[slot]);
                writer.Write(_weights[slot]);
                writer.Write(_means[slot]);
            }
        }
    }

    /// <summary>Reads a model that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PublishedModel Decode(BinaryReader reader)
    {
        reader.ReadVersion("Churn model", NewestVersion);
        var version = reader.Read7BitEncodedInt64();
        var target = ChurnTarget.Decode(reader);
        var outcomes = reader.Read7BitEncodedInt64();
        var positives = reader.Read7BitEncodedInt64();
        var model = new PublishedModel(version, target, outcomes, positives) { BaselineLogOdds = reader.ReadDouble() };
        Array.Clear(model._weights);
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var slot = reader.ReadUInt16();
            model._tags[slot] = reader.ReadUInt16();
            model._weights[slot] = reader.ReadDouble();
            model._means[slot] = reader.ReadDouble();
        }

        return model;
    }

    private bool IsStored(int slot) => _weights[slot] != 0 || _means[slot] != 0 || _tags[slot] != 0;
}
