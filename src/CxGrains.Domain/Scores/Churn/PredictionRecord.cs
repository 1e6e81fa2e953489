namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// How right predictions have been, judged before the model learned from their outcomes (prequential: Dawid, "Statistical theory: the
/// prequential approach", JRSS A 147 (1984)). Holds the newest <see cref="Limits.PredictionsKeptMax"/> of a partition, probabilities
/// rounded to 16 bits.
/// </summary>
public sealed class PredictionRecord
{
    /// <summary>Bins of <see cref="Calibration"/>, each a tenth of the range of probabilities wide.</summary>
    public const int BinsCount = 10;

    private const byte NewestVersion = 2;

    [Flags]
    private enum Marks : byte
    {
        None = 0,
        CameTrue = 1,
        ByOwnModel = 2,
    }

    private readonly int _capacity;
    private readonly Queue<Settled> _settled;

    /// <summary>No predictions.</summary>
    public PredictionRecord()
        : this(Limits.PredictionsKeptMax, new Queue<Settled>())
    {
    }

    private PredictionRecord(int capacity, Queue<Settled> settled)
    {
        _capacity = capacity;
        _settled = settled;
    }

    /// <summary>Predictions held.</summary>
    public int Count => _settled.Count;

    /// <summary>Those made by a model that had learned. Of those that were stored before that was kept, it is not known: they count as the prior's.</summary>
    public int CountByOwnModel => _settled.Count(settled => settled.ByOwnModel);

    /// <summary>Those that came true.</summary>
    public int Positives => _settled.Count(settled => settled.CameTrue);

    /// <summary>
    /// The chance that of one that came true and one that did not, the former had the higher probability, ties counting half
    /// (area under the ROC curve, exact: the Mann-Whitney statistic); null where one of the kinds is missing.
    /// </summary>
    public double? Auc
    {
        get
        {
            long positives = 0, negatives = 0;
            var twiceWon = 0L;
            foreach (var tie in _settled.GroupBy(settled => settled.Quantised).OrderBy(tie => tie.Key))
            {
                var total = tie.Count();
                long true_ = tie.Count(settled => settled.CameTrue);
                twiceWon += true_ * ((2 * negatives) + (total - true_));
                positives += true_;
                negatives += total - true_;
            }

            return positives == 0 || negatives == 0 ? null : twiceWon / 2.0 / positives / negatives;
        }
    }

    /// <summary>The mean of (probability - outcome)^2 (Brier, Monthly Weather Review 78, 1950), 0 the best, 1 the worst; null where empty.</summary>
    public double? Brier => Count == 0 ? null : _settled.Average(settled => Math.Pow(settled.Probability - (settled.CameTrue ? 1 : 0), 2));

    /// <summary>What was predicted against what came, by tenths of probability; empty tenths are left out.</summary>
    public IReadOnlyList<CalibrationBin> Calibration =>
    [
        .. from settled in _settled
           group settled by Math.Min(BinsCount - 1, (int)(settled.Probability * BinsCount)) into bin
           orderby bin.Key
           select new CalibrationBin(bin.Count(), bin.Average(settled => settled.Probability), bin.Average(settled => settled.CameTrue ? 1.0 : 0)),
    ];

    /// <summary>
    /// The expected calibration error: the mean distance of predicted and observed over <see cref="Calibration"/>, weighted by count
    /// (Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015); null where empty.
    /// </summary>
    public double? CalibrationError =>
        Count == 0 ? null : Calibration.Sum(bin => bin.Count * Math.Abs(bin.MeanPredicted - bin.ObservedShare)) / Count;

    /// <summary>
    /// How many times more of the tenth with the highest probabilities came true than of all; where a tie straddles the tenth's edge its
    /// share counts. Null where nothing came true.
    /// </summary>
    public double? TopDecileLift
    {
        get
        {
            var left = Count / 10.0;
            var hits = 0.0;
            foreach (var tie in _settled.GroupBy(settled => settled.Quantised).OrderByDescending(tie => tie.Key))
            {
                var total = tie.Count();
                hits += tie.Count(settled => settled.CameTrue) * Math.Min(1, left / total);
                left -= total;
                if (left <= 0)
                {
                    break;
                }
            }

            return Positives == 0 ? null : hits / (Count / 10.0) / ((double)Positives / Count);
        }
    }

    /// <summary>Takes in a settled prediction; the oldest goes where the record is full.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="cameTrue">What became of it.</param>
    /// <param name="byOwnModel">Whether a model that had learned predicted, and not the prior.</param>
    public void Add(double probability, bool cameTrue, bool byOwnModel)
    {
        if (_settled.Count == _capacity)
        {
            _settled.Dequeue();
        }

        _settled.Enqueue(new(Settled.Quantise(probability), cameTrue, byOwnModel));
    }

    /// <summary>Both together, for reading: all that each holds, so that the order of merging changes no figure.</summary>
    public static PredictionRecord Merge(PredictionRecord a, PredictionRecord b) =>
        new(a._capacity + b._capacity, new Queue<Settled>([.. a._settled, .. b._settled]));

    /// <summary>The part that a model that had learned predicted, or the part that the prior did.</summary>
    public PredictionRecord Of(bool byOwnModel) => new(_capacity, new Queue<Settled>(_settled.Where(settled => settled.ByOwnModel == byOwnModel)));

    /// <summary>Writes the record, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        writer.Write7BitEncodedInt(_capacity);
        writer.Write7BitEncodedInt(_settled.Count);
        foreach (var settled in _settled)
        {
            writer.Write(settled.Quantised);
            writer.Write((byte)((settled.CameTrue ? Marks.CameTrue : 0) | (settled.ByOwnModel ? Marks.ByOwnModel : 0)));
        }
    }

    /// <summary>Reads a record that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PredictionRecord Decode(BinaryReader reader)
    {
        reader.ReadVersion("Prediction record", NewestVersion);
        var capacity = reader.Read7BitEncodedInt();
        var count = reader.Read7BitEncodedInt();
        var settled = new Queue<Settled>(count);
        for (var i = 0; i < count; i++)
        {
            // Version 1 knew of the first mark alone.
            var (quantised, marks) = (reader.ReadUInt16(), (Marks)reader.ReadByte());
            settled.Enqueue(new(quantised, marks.HasFlag(Marks.CameTrue), marks.HasFlag(Marks.ByOwnModel)));
        }

        return new(capacity, settled);
    }

    private readonly record struct Settled(ushort Quantised, bool CameTrue, bool ByOwnModel)
    {
        public double Probability => (double)Quantised / ushort.MaxValue;

        public static ushort Quantise(double probability) => (ushort)Math.Round(Math.Clamp(probability, 0, 1) * ushort.MaxValue);
    }
}
