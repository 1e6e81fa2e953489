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
            writer.Write7BitEncodedInt64(raised.MuteUntilMs);
            writer.Write(raised.Stands);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static AlertMemory Decode(BinaryReader reader)
    {
        var raised = new RaisedFor[reader.Read7BitEncodedInt()];
        for (var i = 0; i < raised.Length; i++)
        {
            raised[i] = new RaisedFor(reader.ReadUInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.ReadBoolean());
        }

        return new AlertMemory(raised);
    }
}
