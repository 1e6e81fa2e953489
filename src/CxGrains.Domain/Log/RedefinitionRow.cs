namespace CxGrains.Domain.Log;

/// <summary>A step of re-evaluating a partition's customers after a segment was defined.</summary>
/// <param name="ReceivedMs">When it was appended.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Slot">The segment's slot.</param>
/// <param name="Version">The segment's version the step belongs to.</param>
/// <param name="Cursor">Customers evaluated before this step; a step that does not continue there has no effect.</param>
public sealed record RedefinitionRow(long ReceivedMs, int Partition, string Workspace, int Slot, int Version, int Cursor) : LogRow(ReceivedMs)
{
    /// <summary>Customers one step evaluates.</summary>
    public const int StepCustomersMax = 500;

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Redefinition;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + (4 * NumberBytesMax);

    /// <summary>Reads the content.</summary>
    public static RedefinitionRow DecodeContent(long receivedMs, BinaryReader reader) => new(
        receivedMs, reader.Read7BitEncodedInt(), reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write(Workspace);
        writer.Write7BitEncodedInt(Slot);
        writer.Write7BitEncodedInt(Version);
        writer.Write7BitEncodedInt(Cursor);
    }
}
