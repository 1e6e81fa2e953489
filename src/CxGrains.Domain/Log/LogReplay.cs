using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Log;

/// <summary>Reads logged interactions again, exactly as they were accepted.</summary>
public static class LogReplay
{
    /// <summary>
    /// The interactions of a row, one for each line, so that line numbers stay. They were checked when accepted and are not
    /// judged again: only a program that reads less than the one that accepted them, or damage, leaves a line that cannot be
    /// read. In its place stands an <see cref="UnreadableInteraction"/>.
    /// </summary>
    public static Interaction[] Read(InteractionsRow row, NamePool names)
    {
        var interactions = new Interaction[row.LineLengths.Count];
        var start = 0;
        for (var line = 0; line < interactions.Length; line++)
        {
            var bytes = row.Lines.Span.Slice(start, row.LineLengths[line]);
            start += bytes.Length;
            interactions[line] = InteractionReader.TryRead(bytes, row.ReceivedMs, names, out var interaction, out var error)
                ? interaction!
                : new UnreadableInteraction(bytes.ToArray(), $"can no longer be read: {error}");
        }

        return interactions;
    }

    /// <summary>The JSON of one line.</summary>
    public static byte[] LineOf(InteractionsRow row, int line)
    {
        var start = 0;
        for (var i = 0; i < line; i++)
        {
            start += row.LineLengths[i];
        }

        return row.Lines.Slice(start, row.LineLengths[line]).ToArray();
    }
}
