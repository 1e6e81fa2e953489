using System.Collections.Immutable;

namespace CxGrains.Domain.Alerts;

/// <summary>
/// What a customer remembers of the alerts that were raised for it: enough to keep quiet through a cooldown or while somebody handles one, and
/// to tell when a cause has gone. Immutable, at most <see cref="RulesMax"/> rules, the latest; a customer for whom nothing was raised has none.
/// </summary>
internal sealed class AlertMemory
{
    /// <summary>Rules that a customer remembers; of further ones the one raised longest ago is forgotten.</summary>
    public const int RulesMax = 16;

    private readonly RaisedFor[] _raised;

    private AlertMemory(RaisedFor[] raised) => _raised = raised;

    /// <summary>What is remembered, in no stated order.</summary>
    public ReadOnlySpan<RaisedFor> All => _raised;

    /// <summary>What a memory holds of a rule; null for nothing.</summary>
    public static RaisedFor? Find(AlertMemory? memory, ulong rule)
    {
        foreach (var raised in memory is null ? [] : memory.All)
        {
            if (raised.Rule == rule)
            {
                return raised;
            }
        }

        return null;
    }

    /// <summary>A memory with what is now remembered of one rule; null where nothing is left.</summary>
    /// <param name="memory">The memory before; null for none.</param>
    /// <param name="entry">What is remembered.</param>
    /// <param name="rules">The rules in force.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC: what is over is forgotten.</param>
    public static AlertMemory? With(AlertMemory? memory, RaisedFor entry, AlertTriggers rules, long nowMs)
    {
        var kept = new List<RaisedFor>((memory?._raised.Length ?? 0) + 1);
        foreach (var raised in memory is null ? [] : memory.All)
        {
            if (raised.Rule != entry.Rule && !raised.IsOver(rules.Find(raised.Rule), nowMs))
            {
                kept.Add(raised);
            }
        }

        if (!entry.IsOver(rules.Find(entry.Rule), nowMs))
        {
            kept.Add(entry);
        }

        if (kept.Count > RulesMax)
        {
            kept.Remove(kept.MinBy(raised => (raised.LastMs, raised.Rule)));
        }

        return kept.Count == 0 ? null : new AlertMemory([.. kept]);
    }

    /// <summary>Writes it.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_raised.Length);
        foreach (var raised in _raised)
        {
            writer.Write(raised.Rule);
            writer.Write7BitEncodedInt64(raised.LastMs);
            writer.Write7BitEncodedInt(raised.Handled.Length);
            foreach (var handled in raised.Handled)
            {
                handled.Encode(writer);
            }

            writer.Write(raised.Stands);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at its first byte.</param>
    /// <param name="isFirstForm">Whether it was written when a rule had one time until which it was quiet, whichever alert that was for.</param>
    public static AlertMemory Decode(BinaryReader reader, bool isFirstForm)
    {
        var raised = new RaisedFor[reader.Read7BitEncodedInt()];
        for (var i = 0; i < raised.Length; i++)
        {
            raised[i] = new RaisedFor(reader.ReadUInt64(), reader.Read7BitEncodedInt64(), isFirstForm ? DecodeMute(reader) : DecodeHandled(reader), reader.ReadBoolean());
        }

        return new AlertMemory(raised);
    }

    private static ImmutableArray<HandledFor> DecodeMute(BinaryReader reader) =>
        reader.Read7BitEncodedInt64() is var untilMs && untilMs > 0 ? [new HandledFor(0, untilMs, IsResolved: false)] : [];

    private static ImmutableArray<HandledFor> DecodeHandled(BinaryReader reader)
    {
        var handled = new HandledFor[reader.Read7BitEncodedInt()];
        for (var i = 0; i < handled.Length; i++)
        {
            handled[i] = HandledFor.Decode(reader);
        }

        return [.. handled];
    }
}
