namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// What outcomes say about the weights, as the sums of a normal distribution in information form (precision matrix and its product
/// with the mean), over the slots that were met. Its size depends on those alone, never on how many outcomes there were.
/// Older outcomes fade: one counts half once <see cref="HalfLifeOutcomes"/> more have come in.
/// </summary>
internal sealed class OutcomeSums
{
    /// <summary>
    /// Outcomes of this shard after which one counts half. A model then rests on the last 30,000 or so of each partition: plenty
    /// for a few hundred weights, and old enough habits and early steps taken with poor weights are forgotten.
    /// </summary>
    public const int HalfLifeOutcomes = 20_000;

    private const int NotMet = -1;

    // Index of a slot among those met. Instead of fading all sums at each outcome the newer one is given more weight, and all is
    // halved, which is exact, when that has grown to 2.
    private readonly short[] _indexes;
    private readonly List<ushort> _slots = [];
    private readonly List<ushort> _tags = [];
    private double[] _precision = [];
    private double[] _pulls = [];
    private double[] _sums = [];
    private double _total;
    private int _sinceHalved;
    private int _traitSlots;

    public OutcomeSums()
    {
        _indexes = new short[RiskSlots.Count];
        Array.Fill(_indexes, (short)NotMet);
    }

    /// <summary>The slots that were met.</summary>
    public IReadOnlyList<ushort> Slots => _slots;

    /// <summary>The short hash of the key of the trait that was met first in each of <see cref="Slots"/>.</summary>
    public IReadOnlyList<ushort> Tags => _tags;

    private double Gain => double.Exp2((double)_sinceHalved / HalfLifeOutcomes);

    /// <summary>An entry of the precision matrix, by indexes into <see cref="Slots"/>.</summary>
    public double Precision(int i, int j) => _precision[Entry(i, j)] / Gain;

    /// <summary>An entry of the product of precision and mean.</summary>
    public double Pull(int i) => _pulls[i] / Gain;

    /// <summary>The mean of a feature over the outcomes' customers.</summary>
    public double Mean(int i) => _total > 0 ? _sums[i] / _total : 0;

    /// <summary>Takes in one outcome.</summary>
    /// <param name="features">Its features, each slot once.</param>
    /// <param name="curvature">How much it says along its features.</param>
    /// <param name="pull">What it adds to the product of precision and mean along its features.</param>
    public void Add(ReadOnlySpan<SlotValue> features, double curvature, double pull)
    {
        var gain = Gain;
        Span<int> indexes = stackalloc int[features.Length];
        for (var a = 0; a < features.Length; a++)
        {
            indexes[a] = IndexOf(features[a]);
            if (indexes[a] == NotMet)
            {
                continue;
            }

            var value = gain * features[a].Value;
            _pulls[indexes[a]] += pull * value;
            _sums[indexes[a]] += value;
            for (var b = 0; b <= a; b++)
            {
                if (indexes[b] != NotMet)
                {
                    _precision[Entry(indexes[a], indexes[b])] += curvature * value * features[b].Value;
                }
            }
        }

        _total += gain;
        _sinceHalved++;
        if (_sinceHalved == HalfLifeOutcomes)
        {
            Halve();
        }
    }

    /// <summary>Both together, for reading.</summary>
    public static OutcomeSums Merge(OutcomeSums a, OutcomeSums b)
    {
        var merged = new OutcomeSums();
        foreach (var slot in a._slots.Union(b._slots).Order())
        {
            // The smaller tag, so that it does not matter which shard comes first.
            merged.Meet(slot, Math.Min(a.TagAt(slot) ?? ushort.MaxValue, b.TagAt(slot) ?? ushort.MaxValue));
        }

        merged.Plus(a);
        merged.Plus(b);
        return merged;
    }

    /// <summary>Writes the sums as they are, to the last bit.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_sinceHalved);
        writer.Write(_total);
        writer.Write7BitEncodedInt(_slots.Count);
        for (var i = 0; i < _slots.Count; i++)
        {
            writer.Write(_slots[i]);
            writer.Write(_tags[i]);
            writer.Write(_pulls[i]);
            writer.Write(_sums[i]);
            for (var j = 0; j <= i; j++)
            {
                writer.Write(_precision[Entry(i, j)]);
            }
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static OutcomeSums Decode(BinaryReader reader)
    {
        var sums = new OutcomeSums { _sinceHalved = reader.Read7BitEncodedInt(), _total = reader.ReadDouble() };
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            sums.Meet(reader.ReadUInt16(), reader.ReadUInt16());
            sums._pulls[i] = reader.ReadDouble();
            sums._sums[i] = reader.ReadDouble();
            for (var j = 0; j <= i; j++)
            {
                sums._precision[Entry(i, j)] = reader.ReadDouble();
            }
        }

        return sums;
    }

    private static int Entry(int i, int j)
    {
        var (row, column) = i >= j ? (i, j) : (j, i);
        return (row * (row + 1) / 2) + column;
    }

    private ushort? TagAt(ushort slot) => _indexes[slot] == NotMet ? null : _tags[_indexes[slot]];

    // Beyond the bound no further trait slots are learned about; the state's own are always.
    private int IndexOf(SlotValue feature) => _indexes[feature.Slot] switch
    {
        NotMet when RiskSlots.IsTrait(feature.Slot) && _traitSlots >= Limits.TraitSlotsLearnedMax => NotMet,
        NotMet => Meet(feature.Slot, feature.KeyTag),
        var index => index,
    };

    private int Meet(ushort slot, ushort tag)
    {
        var index = _slots.Count;
        _indexes[slot] = (short)index;
        _slots.Add(slot);
        _tags.Add(tag);
        _traitSlots += RiskSlots.IsTrait(slot) ? 1 : 0;
        if (index >= _pulls.Length)
        {
            var capacity = Math.Min(RiskSlots.Count, Math.Max(16, index * 3 / 2));
            Array.Resize(ref _pulls, capacity);
            Array.Resize(ref _sums, capacity);
            Array.Resize(ref _precision, Entry(capacity, 0));
        }

        return index;
    }

    private void Plus(OutcomeSums other)
    {
        var gain = other.Gain;
        _total += other._total / gain;
        for (var i = 0; i < other._slots.Count; i++)
        {
            var index = _indexes[other._slots[i]];
            _pulls[index] += other._pulls[i] / gain;
            _sums[index] += other._sums[i] / gain;
            for (var j = 0; j <= i; j++)
            {
                _precision[Entry(index, _indexes[other._slots[j]])] += other._precision[Entry(i, j)] / gain;
            }
        }
    }

    private void Halve()
    {
        _sinceHalved = 0;
        _total /= 2;
        foreach (var sums in (ReadOnlySpan<double[]>)[_precision, _pulls, _sums])
        {
            foreach (ref var sum in sums.AsSpan())
            {
                sum /= 2;
            }
        }
    }
}
