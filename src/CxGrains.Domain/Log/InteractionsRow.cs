using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Log;

/// <summary>The accepted interactions of one request, as they came.</summary>
public sealed record InteractionsRow(long ReceivedMs, string Workspace, bool IsImport, IReadOnlyList<int> LineLengths, ReadOnlyMemory<byte> Lines) : LogRow(ReceivedMs)
{
    // Stands where a line was taken out.
    private static readonly ReadOnlyMemory<byte> NoLine = "{}"u8.ToArray();

    /// <inheritdoc/>
    protected override RowKind Kind => RowKind.Interactions;

    /// <inheritdoc/>
    public override LogRow Without(Func<string, string, bool> isErased)
    {
        var names = new NamePool();
        var lines = new List<ReadOnlyMemory<byte>>(LineLengths.Count);
        var (start, changed) = (0, false);
        foreach (var length in LineLengths)
        {
            var line = Lines.Slice(start, length);
            start += length;
            var isMeant = IsOf(line.Span, names, customer => isErased(Workspace, customer));
            changed |= isMeant;
            lines.Add(isMeant ? NoLine : line);
        }

        return changed ? this with { LineLengths = [.. lines.Select(line => line.Length)], Lines = Join(lines) } : this;
    }

    private static byte[] Join(List<ReadOnlyMemory<byte>> lines)
    {
        var all = new byte[lines.Sum(line => line.Length)];
        var written = 0;
        foreach (var line in lines)
        {
            line.CopyTo(all.AsMemory(written));
            written += line.Length;
        }

        return all;
    }

    // What this program cannot read may be anyone's: there, a text that is an id decides.
    private bool IsOf(ReadOnlySpan<byte> line, NamePool names, Func<string, bool> isErased) =>
        InteractionReader.TryRead(line, ReceivedMs, names, out var interaction, out _)
            ? isErased(interaction!.Customer) || (interaction.MergeInto is { } into && isErased(into))
            : PayloadText.Names(line, isErased);

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
