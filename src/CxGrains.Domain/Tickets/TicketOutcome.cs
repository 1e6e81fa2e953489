namespace CxGrains.Domain.Tickets;

/// <summary>How a ticket stands to one of its targets. The numbers are stored; never renumber.</summary>
public enum TicketOutcome : byte
{
    /// <summary>Not decided yet, or there is no target.</summary>
    Open = 0,

    /// <summary>It happened before it was due.</summary>
    Met = 1,

    /// <summary>It had not happened when it was due.</summary>
    Breached = 2,
}
