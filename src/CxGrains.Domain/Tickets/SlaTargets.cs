using CxGrains.Domain.Customers;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Tickets;

/// <summary>Which of a workspace's targets holds for a ticket.</summary>
internal static class SlaTargets
{
    /// <summary>The first entry that names the ticket's channel or none, and a segment the ticket counts for or none; null where there is none.</summary>
    public static SlaTarget? Of(Ticket ticket, WorkspaceRules rules)
    {
        foreach (var target in rules.Settings.Sla)
        {
            if ((target.Channel is null || target.Channel == ticket.Channel) && (target.Segment is null || IsIn(ticket, target.Segment, rules)))
            {
                return target;
            }
        }

        return null;
    }

    private static bool IsIn(Ticket ticket, string segment, WorkspaceRules rules)
    {
        foreach (var defined in rules.Segments)
        {
            if (defined.Id == segment)
            {
                return (ticket.Segments & (1UL << defined.Slot)) != 0;
            }
        }

        return false;
    }
}
