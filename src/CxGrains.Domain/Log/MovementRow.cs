namespace CxGrains.Domain.Log;

/// <summary>What a look at the survey, segment or goal of an alert rule has come to, for the partition that keeps it.</summary>
/// <param name="ReceivedMs">When it was looked.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Movement">What it has come to, as <see cref="Alerts.Movements.Movement.ToBytes"/> writes it.</param>
public sealed record MovementRow(long ReceivedMs, int Partition, string Workspace, byte[] Movement) : LogRow(ReceivedMs)
{
    /// <summary>Bytes of <see cref="Movement"/> that are taken from elsewhere: names and words are bounded where they are defined, and are far less together.</summary>
    public const int MovementBytesMax = 64 * 1024;

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Movement;

    /// <inheritdoc/>
    public override bool ConcernsPartition(int partition) => partition == Partition;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + (2 * NumberBytesMax) + Movement.Length;

    /// <summary>Reads the content.</summary>
    public static MovementRow DecodeContent(long receivedMs, BinaryReader reader) =>
        new(receivedMs, reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadBytes(reader.Read7BitEncodedInt()));

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Partition);
        writer.Write(Workspace);
        writer.Write7BitEncodedInt(Movement.Length);
        writer.Write(Movement);
    }
}
