namespace CxGrains.Domain.Tickets;

/// <summary>What is counted of tickets. The numbers are stored; never renumber.</summary>
public enum TicketMeasure : byte
{
    /// <summary>Tickets opened, on the day of the opening.</summary>
    Opened = 0,

    /// <summary>Tickets that were answered or resolved, and whose opening never came; on the day of that answer.</summary>
    Unopened = 1,

    /// <summary>Replies and resolutions that named no ticket, while the customer had none open, or several.</summary>
    Unassigned = 2,

    /// <summary>First replies before they were due, on the day of the reply.</summary>
    FirstReplyMet = 3,

    /// <summary>First replies that were not there when they were due, on the day they were due.</summary>
    FirstReplyBreached = 4,

    /// <summary>Resolutions before they were due, on the day of the resolution.</summary>
    ResolutionMet = 5,

    /// <summary>Resolutions that were not there when they were due, on the day they were due.</summary>
    ResolutionBreached = 6,

    /// <summary>How long a first reply took, on the day of the reply.</summary>
    FirstReply = 7,

    /// <summary>How long a resolution took, on the day of the resolution.</summary>
    Resolution = 8,

    /// <summary>Open now, and not answered yet.</summary>
    Waiting = 9,

    /// <summary>Open now, and answered.</summary>
    Answered = 10,

    /// <summary>Open now, and past a target that still waits to be met.</summary>
    Overdue = 11,
}
