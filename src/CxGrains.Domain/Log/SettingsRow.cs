namespace CxGrains.Domain.Log;

/// <summary>A workspace's settings as every partition holds them from here on.</summary>
/// <param name="ReceivedMs">When they were decided.</param>
/// <param name="Workspace">The workspace.</param>
/// <param name="Settings">The settings, as <see cref="Domain.Settings.WorkspaceSettings.ToStored"/> writes them.</param>
public sealed record SettingsRow(long ReceivedMs, string Workspace, string Settings) : LogRow(ReceivedMs)
{
    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Settings;

    /// <inheritdoc/>
    protected override int ContentBytesMax => TextBytesMax(Workspace) + TextBytesMax(Settings);

    /// <summary>Reads the content.</summary>
    public static SettingsRow DecodeContent(long receivedMs, BinaryReader reader) => new(receivedMs, reader.ReadString(), reader.ReadString());

    /// <inheritdoc/>
    protected override void EncodeContent(BinaryWriter writer)
    {
        writer.Write(Workspace);
        writer.Write(Settings);
    }
}
