namespace CxGrains.Domain.Log;

/// <summary>The accepted interactions of one request, as they came.</summary>
public sealed record InteractionsRow(long ReceivedMs, string Workspace, bool IsImport, IReadOnlyList<int> LineLengths, ReadOnlyMemory<byte> Lines) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Interactions;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + 1 + (NumberBytesMax * (LineLengths.Count + 1)) + Lines.Length;

    /// <summary>Reads the content.</summary>
    public static InteractionsRow DecodeContent(long receivedMs, BinaryReader reader, byte[] bytes)
    {
        var workspace = reader.ReadString();
        var isImport = reader.ReadBoolean();
        var lengths = new int[reader.Read7BitEncodedInt()];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = reader.Read7BitEncodedInt();
        }

        return new InteractionsRow(receivedMs, workspace, isImport, lengths, bytes.AsMemory((int)reader.BaseStream.Position));
    }

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(Workspace);
        writer.Write(IsImport);
        writer.Write7BitEncodedInt(LineLengths.Count);
        foreach (var length in LineLengths)
        {
            writer.Write7BitEncodedInt(length);
        }

        writer.Write(Lines.Span);
    }
}
