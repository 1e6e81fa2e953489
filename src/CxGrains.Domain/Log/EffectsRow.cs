namespace CxGrains.Domain.Log;

/// <summary>Effects of one partition's records on customers of another, in the order of those records.</summary>
/// <param name="ReceivedMs">When they were appended.</param>
/// <param name="Partition">The partition they are for.</param>
/// <param name="Source">The partition whose records caused them; it may be the same.</param>
/// <param name="Effects">The effects; at most <see cref="EffectsMax"/>.</param>
public sealed record EffectsRow(long ReceivedMs, int Partition, int Source, IReadOnlyList<OwedEffect> Effects) : LogRow(ReceivedMs)
{
    /// <summary>Effects in one row.</summary>
    public const int EffectsMax = 256;

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Effects;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    public override LogRow Without(Func<string, string, bool> isErased)
    {
        var names = new NamePool();
        return !Effects.Any(IsMeant) ? this : this with { Effects = [.. Effects.Select(owed => IsMeant(owed) ? owed with { Bytes = [] } : owed)] };

        bool IsMeant(OwedEffect owed) => owed.Bytes.Length > 0 && owed.Decode(names).Names(customer => isErased(owed.Workspace, customer));
    }

    /// <inheritdoc/>
    protected override int ContentBytesMax =>
        (3 * NumberBytesMax) + Effects.Sum(owed => (2 * NumberBytesMax) + TextBytesMax(owed.Workspace) + owed.Bytes.Length);

    /// <summary>Reads the content.</summary>
    public static EffectsRow DecodeContent(long receivedMs, BinaryReader reader)
    {
        var (partition, source) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        var effects = new OwedEffect[reader.Read7BitEncodedInt()];
        foreach (ref var owed in effects.AsSpan())
        {
            var cause = new Position(reader.ReadInt64());
            owed = new OwedEffect(cause, reader.ReadString(), reader.ReadBytes(reader.Read7BitEncodedInt()));
        }

        return new EffectsRow(receivedMs, partition, source, effects);
    }

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write7BitEncodedInt(Source);
        writer.Write7BitEncodedInt(Effects.Count);
        foreach (var owed in Effects)
        {
            writer.Write(owed.Cause.Value);
            writer.Write(owed.Workspace);
            writer.Write7BitEncodedInt(owed.Bytes.Length);
            writer.Write(owed.Bytes);
        }
    }
}
