namespace CxGrains.Domain.Log;

/// <summary>A workspace's alert rules, all of them, as every partition holds them from here on.</summary>
/// <param name="ReceivedMs">When they were defined.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Rules">The rules, as <see cref="Alerts.AlertRules.ToStored"/> writes them.</param>
public sealed record AlertRulesRow(long ReceivedMs, string Workspace, string Rules) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.AlertRules;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + TextBytesMax(Rules);

    /// <summary>Reads the content.</summary>
    public static AlertRulesRow DecodeContent(long receivedMs, BinaryReader reader) => new(receivedMs, reader.ReadString(), reader.ReadString());

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(Workspace);
        writer.Write(Rules);
    }
}
