using System.Buffers;

namespace CxGrains.Domain.Log;

/// <summary>One row of the log. It holds what makes replay the same as the first time.</summary>
/// <param name="ReceivedMs">When it was received, Unix milliseconds UTC.</param>
public abstract record LogRow(long ReceivedMs)
{
    private const byte Version = 1;

    /// <summary>What the row holds.</summary>
    protected abstract RowKind Kind { get; }

    /// <summary>Whether a partition must fold it; rows of interactions have lines for some partitions and none for others.</summary>
    public virtual bool ConcernsPartition(int partition) => true;

    /// <summary>
    /// The row without what it holds of some customers, each line in its place; the same row where it holds nothing of them. Only for
    /// rows that are never folded again.
    /// </summary>
    /// <param name="isErased">Whether a customer of a workspace is meant.</param>
    public virtual LogRow Without(Func<string, string, bool> isErased) => this;

    /// <summary>Writes the row's content, behind what all rows have.</summary>
    protected abstract void EncodeContent(BinaryWriter writer);

    /// <summary>Bytes that <see cref="EncodeContent"/> writes at most.</summary>
    protected abstract int ContentBytesMax { get; }

    /// <summary>Bytes a text takes at most: three for each UTF-16 unit, and its length.</summary>
    protected static int TextBytesMax(string text) => (3 * text.Length) + NumberBytesMax;

    /// <summary>Bytes a number takes at most.</summary>
    protected const int NumberBytesMax = 10;

    /// <summary>The row's bytes, in an array rented from the shared pool: rows are large, and many a second.</summary>
    /// <param name="length">Bytes written.</param>
    public byte[] Encode(out int length)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(2 + NumberBytesMax + ContentBytesMax);
        using var writer = new BinaryWriter(new MemoryStream(bytes));
        writer.Write(Version);
        writer.Write((byte)Kind);
        writer.Write7BitEncodedInt64(ReceivedMs);
        EncodeContent(writer);
        length = (int)writer.BaseStream.Position;
        return bytes;
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static LogRow Decode(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        reader.ReadVersion("Log row", Version);

        var kind = (RowKind)reader.ReadByte();
        var receivedMs = reader.Read7BitEncodedInt64();
        return kind switch
        {
            RowKind.Interactions => InteractionsRow.DecodeContent(receivedMs, reader, bytes),
            RowKind.Due => DueRow.DecodeContent(receivedMs, reader),
            RowKind.Segment => SegmentRow.DecodeContent(receivedMs, reader),
            RowKind.Redefinition => RedefinitionRow.DecodeContent(receivedMs, reader),
            RowKind.Reevaluation => ReevaluationRow.DecodeContent(receivedMs, reader),
            RowKind.Settings => SettingsRow.DecodeContent(receivedMs, reader),
            RowKind.Model => ModelRow.DecodeContent(receivedMs, reader),
            RowKind.AlertRules => AlertRulesRow.DecodeContent(receivedMs, reader),
            RowKind.AlertAct => AlertActRow.DecodeContent(receivedMs, reader),
            RowKind.Effects => EffectsRow.DecodeContent(receivedMs, reader),
            RowKind.Movement => MovementRow.DecodeContent(receivedMs, reader),
            _ => throw new StateFormatException("Log row kind", (int)kind, (int)RowKind.Movement),
        };
    }
}
