namespace CxGrains.Domain.Alerts;

/// <summary>An alert with what became of it. Immutable.</summary>
public sealed record AlertItem
{
    /// <summary>Acts kept of one alert, the latest.</summary>
    public const int ActsMax = 12;

    /// <summary>What was raised.</summary>
    public required Alert Alert { get; init; }

    /// <summary>How far it is handled.</summary>
    public AlertState State { get; init; } = AlertState.Open;

    /// <summary>Whether its cause has gone by itself.</summary>
    public bool HasRecovered { get; init; }

    /// <summary>What was done with it, oldest first, at most <see cref="ActsMax"/>.</summary>
    public IReadOnlyList<AlertAct> Acts { get; init; } = [];

    /// <summary>Whether somebody has still to see to it or to be through with it.</summary>
    public bool IsOpen => State is AlertState.Open or AlertState.Taken or AlertState.Snoozed;

    /// <summary>What became of it; null where nobody said.</summary>
    public AlertOutcome? Outcome => State == AlertState.Resolved ? Acts[^1].Outcome : null;

    /// <summary>How far it is handled at an instant: a snooze ends by itself.</summary>
    public AlertState StateAt(long nowMs) => State == AlertState.Snoozed && Acts[^1].UntilMs <= nowMs ? AlertState.Open : State;

    /// <summary>Whether it keeps its rule quiet at an instant because somebody handles it.</summary>
    public bool IsQuietAt(long nowMs) =>
        StateAt(nowMs) == AlertState.Snoozed || (State == AlertState.Taken && AlertAct.TakenUntilMs(Acts[^1].AtMs) > nowMs);

    /// <summary>This one when its cause has gone: who has taken it is still to say what became of it.</summary>
    public AlertItem Recovered() => this with { HasRecovered = true, State = State is AlertState.Open or AlertState.Snoozed ? AlertState.Closed : State };

    /// <summary>This one after an act; itself where the act changes nothing: a repeat, or anything but another outcome for one that is resolved.</summary>
    public AlertItem After(AlertAct act)
    {
        if ((Acts.Count > 0 && Acts[^1].Repeats(act)) || (State == AlertState.Resolved && act.Action != AlertAction.Resolve))
        {
            return this;
        }

        var state = act.Action switch { AlertAction.Take => AlertState.Taken, AlertAction.Snooze => AlertState.Snoozed, _ => AlertState.Resolved };
        return this with { State = state, Acts = [.. Acts.Skip(Acts.Count == ActsMax ? 1 : 0), act] };
    }

    /// <summary>It as bytes.</summary>
    public byte[] ToBytes() => StateEncoding.ToBytes(this, static (item, writer) => item.Encode(writer));

    /// <summary>Reads what <see cref="ToBytes"/> gave in this version of the program.</summary>
    public static AlertItem FromBytes(byte[] bytes) => Decode(new BinaryReader(new MemoryStream(bytes)), AlertBook.Version);

    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        Alert.Encode(writer);
        writer.Write((byte)State);
        writer.Write(HasRecovered);
        writer.Write7BitEncodedInt(Acts.Count);
        foreach (var act in Acts)
        {
            act.Encode(writer);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote; before version 2 of the book an alert was open, or closed. The book's versions are the forms of alerts.</summary>
    internal static AlertItem Decode(BinaryReader reader, int version)
    {
        var item = new AlertItem { Alert = Alert.Decode(reader, version), State = (AlertState)reader.ReadByte() };
        if (version < 2)
        {
            return item with { HasRecovered = !item.IsOpen };
        }

        var hasRecovered = reader.ReadBoolean();
        var acts = new AlertAct[reader.Read7BitEncodedInt()];
        for (var i = 0; i < acts.Length; i++)
        {
            acts[i] = AlertAct.Decode(reader);
        }

        return item with { HasRecovered = hasRecovered, Acts = acts };
    }
}
