namespace CxGrains.Domain.Log;

/// <summary>A workspace's published model: every partition's predictions use it from here on.</summary>
/// <param name="ReceivedMs">When it was published.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Model">The model, in its own encoding.</param>
public sealed record ModelRow(long ReceivedMs, string Workspace, byte[] Model) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Model;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + NumberBytesMax + Model.Length;

    /// <summary>Reads the content.</summary>
    public static ModelRow DecodeContent(long receivedMs, BinaryReader reader) =>
        new(receivedMs, reader.ReadString(), reader.ReadBytes(reader.Read7BitEncodedInt()));

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(Workspace);
        writer.Write7BitEncodedInt(Model.Length);
        writer.Write(Model);
    }
}
