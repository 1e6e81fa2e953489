using System.Buffers.Binary;
using System.Numerics;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Churn;

/// <summary>
/// A prediction that waits for its outcome, with the features it was made from: the model learns from what was known then, not from
/// what became known since. Features are kept as Half values (11 bits, far finer than what there is to learn): 2 bytes for each of
/// the state's that is not 0, 4 for a trait's indicator, 6 for a number. Immutable.
/// </summary>
public sealed class PendingPrediction
{
    /// <summary>The most features a prediction holds.</summary>
    public const int FeaturesMax = RiskSlots.StateCount + (Limits.TraitsMax * TraitFeatures.PerTraitMax);

    private const byte NewestVersion = 1;

    // An indicator's value is always 1 and is not stored; the bit is free, as slots are far fewer.
    private const ushort IsOne = 1 << 15;

    private readonly byte[] _features;

    private PendingPrediction(ChurnTarget target, long atMs, long modelVersion, float probability, byte[] features)
    {
        Target = target;
        AtMs = atMs;
        ModelVersion = modelVersion;
        Probability = float.IsNaN(probability) ? null : probability;
        _features = features;
    }

    /// <summary>What was predicted.</summary>
    public ChurnTarget Target { get; }

    /// <summary>When, Unix milliseconds UTC.</summary>
    public long AtMs { get; }

    /// <summary>When the outcome is known: one horizon later.</summary>
    public long DeadlineMs => AtMs + Target.HorizonMs;

    /// <summary>The version of the model that predicted.</summary>
    public long ModelVersion { get; }

    /// <summary>The probability that was predicted, 0 to 1; null where the model could not tell.</summary>
    public double? Probability { get; }

    /// <summary>Bytes that the features take.</summary>
    public int FeatureBytes => _features.Length;

    /// <summary>Predicts.</summary>
    /// <param name="model">The model.</param>
    /// <param name="target">What to predict: the workspace's, which the model may not have learned yet.</param>
    /// <param name="inputs">The customer.</param>
    /// <param name="traits">Its traits, at most <see cref="Limits.TraitsMax"/>.</param>
    /// <param name="atMs">When.</param>
    public static PendingPrediction Make(PublishedModel model, ChurnTarget target, in RiskInputs inputs, IEnumerable<Trait> traits, long atMs)
    {
        var kept = traits.Take(Limits.TraitsMax).ToArray();
        var probability = model.CurveOf(inputs, model.TraitLogOdds(kept)).Probability(atMs);
        Span<SlotValue> features = stackalloc SlotValue[FeaturesMax];
        var count = FeatureList.Write(inputs, kept, atMs, features);
        return new(target, atMs, model.Version, (float?)probability ?? float.NaN, Pack(features[..count]));
    }

    /// <summary>Writes out the features, each slot once.</summary>
    /// <param name="into">Room for <see cref="FeaturesMax"/>.</param>
    /// <returns>How many there are.</returns>
    public int CopyFeatures(Span<SlotValue> into)
    {
        var count = 0;
        var bytes = _features.AsSpan();
        for (var present = ReadUInt32(ref bytes); present != 0; present &= present - 1)
        {
            into[count++] = new((ushort)BitOperations.TrailingZeroCount(present), 0, (double)ReadHalf(ref bytes));
        }

        while (!bytes.IsEmpty)
        {
            var slot = ReadUInt16(ref bytes);
            var tag = ReadUInt16(ref bytes);
            into[count++] = (slot & IsOne) != 0 ? new((ushort)(slot & ~IsOne), tag, 1) : new(slot, tag, (double)ReadHalf(ref bytes));
        }

        return count;
    }

    /// <summary>Writes the prediction, its version first.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(NewestVersion);
        Target.Encode(writer);
        writer.Write7BitEncodedInt64(AtMs);
        writer.Write7BitEncodedInt64(ModelVersion);
        writer.Write((float?)Probability ?? float.NaN);
        writer.Write7BitEncodedInt(_features.Length);
        writer.Write(_features);
    }

    /// <summary>Reads a prediction that <see cref="Encode"/> wrote, of any version up to this program's.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static PendingPrediction Decode(BinaryReader reader)
    {
        reader.ReadVersion("Pending prediction", NewestVersion);
        var target = ChurnTarget.Decode(reader);
        var atMs = reader.Read7BitEncodedInt64();
        var modelVersion = reader.Read7BitEncodedInt64();
        var probability = reader.ReadSingle();
        return new(target, atMs, modelVersion, probability, reader.ReadBytes(reader.Read7BitEncodedInt()));
    }

    private static byte[] Pack(ReadOnlySpan<SlotValue> features)
    {
        Span<byte> buffer = stackalloc byte[sizeof(uint) + (FeaturesMax * 6)];
        var present = 0U;
        var length = sizeof(uint);
        foreach (var feature in features)
        {
            if (!RiskSlots.IsTrait(feature.Slot))
            {
                present |= 1U << feature.Slot;
            }
            else
            {
                var isOne = feature.Value == 1;
                Write(buffer, ref length, (ushort)(feature.Slot | (isOne ? IsOne : 0)));
                Write(buffer, ref length, feature.KeyTag);
                if (isOne)
                {
                    continue;
                }
            }

            BinaryPrimitives.WriteHalfLittleEndian(buffer[length..], (Half)feature.Value);
            length += 2;
        }

        BinaryPrimitives.WriteUInt32LittleEndian(buffer, present);
        return buffer[..length].ToArray();
    }

    private static void Write(Span<byte> buffer, ref int length, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(buffer[length..], value);
        length += sizeof(ushort);
    }

    private static uint ReadUInt32(ref Span<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        bytes = bytes[sizeof(uint)..];
        return value;
    }

    private static ushort ReadUInt16(ref Span<byte> bytes)
    {
        var value = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        bytes = bytes[sizeof(ushort)..];
        return value;
    }

    private static Half ReadHalf(ref Span<byte> bytes)
    {
        var value = BinaryPrimitives.ReadHalfLittleEndian(bytes);
        bytes = bytes[sizeof(ushort)..];
        return value;
    }
}
