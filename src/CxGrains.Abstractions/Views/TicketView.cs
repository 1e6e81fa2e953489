using CxGrains.Domain.Tickets;

namespace CxGrains.Abstractions.Views;

/// <summary>An open ticket of a customer.</summary>
public sealed record TicketView
{
    /// <summary>The ticket's id as sent; absent where none was.</summary>
    public string? Id { get; init; }

    /// <summary>The channel it was opened on, where known.</summary>
    public string? Channel { get; init; }

    /// <summary>When it was first opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was first answered; absent where it waits.</summary>
    public DateTimeOffset? FirstReplyAt { get; init; }

    /// <summary>When the first reply is, or was, due; absent without a target.</summary>
    public DateTimeOffset? FirstReplyDue { get; init; }

    /// <summary>How it stands to that target; absent without one.</summary>
    public TicketOutcome? FirstReply { get; init; }

    /// <summary>When the resolution is due; absent without a target.</summary>
    public DateTimeOffset? ResolutionDue { get; init; }

    /// <summary>How it stands to that target; absent without one.</summary>
    public TicketOutcome? Resolution { get; init; }

    /// <summary>Whether it is past a target that still waits to be met.</summary>
    public required bool IsOverdue { get; init; }
}
