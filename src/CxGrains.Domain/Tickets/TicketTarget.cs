namespace CxGrains.Domain.Tickets;

/// <summary>How a ticket stands to one of its targets: the first reply, or the resolution.</summary>
/// <param name="DueMs">When it is due, Unix milliseconds UTC; 0 where there is no target.</param>
/// <param name="Outcome">How it stands.</param>
public readonly record struct TicketTarget(long DueMs, TicketOutcome Outcome)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => DueMs != 0;

    /// <summary>Whether only time, or the thing itself, decides it.</summary>
    public bool IsWaitedFor => Exists && Outcome == TicketOutcome.Open;

    /// <summary>The target as it stands at an instant.</summary>
    /// <param name="minutes">The minutes there are; null for no target.</param>
    /// <param name="openedMs">When the ticket was opened.</param>
    /// <param name="doneMs">When it happened; null where it did not.</param>
    /// <param name="atMs">The instant.</param>
    internal static TicketTarget Judge(double? minutes, long openedMs, long? doneMs, long atMs)
    {
        if (minutes is not { } allowed)
        {
            return default;
        }

        // The due instant itself is late, so that what a due record settles there needs no second thought.
        var dueMs = openedMs + (long)(allowed * TimeSpan.MillisecondsPerMinute);
        var isLate = (doneMs ?? atMs) >= dueMs;
        return new TicketTarget(dueMs, isLate ? TicketOutcome.Breached : doneMs is null ? TicketOutcome.Open : TicketOutcome.Met);
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(DueMs);
        writer.Write((byte)Outcome);
    }

    internal static TicketTarget Decode(BinaryReader reader) => new(reader.Read7BitEncodedInt64(), (TicketOutcome)reader.ReadByte());
}
