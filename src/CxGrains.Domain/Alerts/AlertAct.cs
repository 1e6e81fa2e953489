namespace CxGrains.Domain.Alerts;

/// <summary>Something that somebody did with an alert.</summary>
/// <param name="AtMs">When, Unix milliseconds UTC.</param>
/// <param name="Actor">Who: the name of the user or the key, at most <see cref="ActorCharsMax"/> characters.</param>
/// <param name="Action">What.</param>
/// <param name="UntilMs">Until when it is snoozed; 0 for other actions.</param>
/// <param name="Outcome">What became of it; null for other actions than resolving.</param>
/// <param name="Note">What was said about it, at most <see cref="NoteCharsMax"/> characters; null for nothing.</param>
public sealed record AlertAct(long AtMs, string Actor, AlertAction Action, long UntilMs, AlertOutcome? Outcome, string? Note)
{
    /// <summary>Characters of <see cref="Actor"/>.</summary>
    public const int ActorCharsMax = 120;

    /// <summary>Characters of <see cref="Note"/>.</summary>
    public const int NoteCharsMax = 2_000;

    /// <summary>Days that an alert may be snoozed.</summary>
    public const int SnoozeDaysMax = 90;

    /// <summary>Days for which an alert that is taken keeps its rule from raising another for its subject, where nobody says more of it.</summary>
    public const int TakenDaysMax = SnoozeDaysMax;

    /// <summary>Until when an alert keeps its rule quiet that is taken at an instant, Unix milliseconds UTC.</summary>
    public static long TakenUntilMs(long atMs) => atMs + (TakenDaysMax * TimeSpan.MillisecondsPerDay);

    /// <summary>Whether another act says the same, whenever that was.</summary>
    public bool Repeats(AlertAct other) => this with { AtMs = 0 } == other with { AtMs = 0 };

    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(AtMs);
        writer.Write(Actor);
        writer.Write((byte)Action);
        writer.Write7BitEncodedInt64(UntilMs);
        writer.Write((byte)(Outcome ?? 0));
        writer.WriteOptional(Note);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static AlertAct Decode(BinaryReader reader) => new(
        reader.Read7BitEncodedInt64(),
        reader.ReadString(),
        (AlertAction)reader.ReadByte(),
        reader.Read7BitEncodedInt64(),
        reader.ReadByte() is var outcome && outcome == 0 ? null : (AlertOutcome)outcome,
        reader.ReadOptional());
}
