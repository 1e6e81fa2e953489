using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Settings;
using CxGrains.Domain.Tests.Customers;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Tests.Tickets;

/// <summary>A help desk with one customer: what happens to its tickets, and what the workspace and a segment count of them.</summary>
internal sealed class Desk
{
    public const long MinuteMs = TimeSpan.MillisecondsPerMinute;
    public const long NoonMs = CustomerStory.NoonMs;

    private readonly PopulationShard _all = new();
    private readonly PopulationShard _members = new();
    private int _ids;

    public Desk(params IReadOnlyList<SlaTarget> sla) => Decide(sla);

    public CustomerStory Story { get; } = new();

    public PopulationParts All => _all.Parts;

    public PopulationParts Members => _members.Parts;

    /// <summary>The tickets of all customers, whenever.</summary>
    public TicketsView Tickets => TicketViews.Of(All.ResponseTimes, 0, 1_000_000);

    public IReadOnlyList<TicketContribution> Announced => [.. Story.Announcement.Contributions.OfType<TicketContribution>()];

    public static SlaTarget Within(double? firstReplyMinutes, double? resolutionMinutes = null, string? channel = null, string? segment = null) =>
        new() { FirstReplyMinutes = firstReplyMinutes, ResolutionMinutes = resolutionMinutes, Channel = channel, Segment = segment };

    public Desk Decide(params IReadOnlyList<SlaTarget> sla)
    {
        Story.Settings = Story.Settings with { Sla = sla, Version = Story.Settings.Version + 1 };
        return this;
    }

    public Desk Opened(string? ticket, double atMinutes, string? channel = "email", double? nowMinutes = null) => Happens("ticket_opened", ticket, atMinutes, channel, nowMinutes);

    public Desk Replied(string? ticket, double atMinutes, double? nowMinutes = null) => Happens("ticket_replied", ticket, atMinutes, null, nowMinutes);

    public Desk Resolved(string? ticket, double atMinutes, double? nowMinutes = null) => Happens("ticket_resolved", ticket, atMinutes, null, nowMinutes);

    /// <summary>Something else that happens at noon, told at an instant.</summary>
    public Desk Says(string type, string more) => Happens(CustomerStory.Line($"i{_ids++}", type, NoonMs, more), NoonMs);

    public Desk IsDue(long nowMs)
    {
        Story.IsDue(nowMs);
        return Count();
    }

    public Desk Happens(string line, long nowMs)
    {
        Story.Happens(line, nowMs);
        return Count();
    }

    private Desk Happens(string type, string? ticket, double atMinutes, string? channel, double? nowMinutes)
    {
        var properties = ticket is null ? "\"properties\":{}" : $"\"properties\":{{\"ticket\":\"{ticket}\"}}";
        var more = channel is null ? properties : $"{properties},\"channel\":\"{channel}\"";
        return Happens(CustomerStory.Line($"i{_ids++}", type, NoonMs + (long)(atMinutes * MinuteMs), more), NoonMs + (long)((nowMinutes ?? atMinutes) * MinuteMs));
    }

    // Through bytes, as announcements reach shards elsewhere.
    private Desk Count()
    {
        var announcement = AnnouncementEncoding.FromBytes(AnnouncementEncoding.ToBytes(Story.Announcement), new NamePool());
        _all.Parts.Take(announcement);
        if (PopulationShard.IsTouched(announcement, 0))
        {
            _members.Take(announcement, 0);
        }

        return this;
    }
}
