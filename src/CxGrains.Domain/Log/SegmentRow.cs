namespace CxGrains.Domain.Log;

/// <summary>A segment as every partition holds it from here on.</summary>
public sealed record SegmentRow(long ReceivedMs, string Workspace, string Definition) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Segment;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + TextBytesMax(Definition);

    /// <summary>Reads the content.</summary>
    public static SegmentRow DecodeContent(long receivedMs, BinaryReader reader) => new(receivedMs, reader.ReadString(), reader.ReadString());

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(Workspace);
        writer.Write(Definition);
    }
}
