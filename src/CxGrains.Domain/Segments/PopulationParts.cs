using CxGrains.Domain.Channels;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Segments;

/// <summary>What the records of a population's members mean beside its members' own sums. A part that nothing came to is not kept.</summary>
public sealed class PopulationParts
{
    [Flags]
    private enum Present
    {
        None = 0,

        // As it was before it was counted which visits were timed.
        ChannelsBefore = 1,
        ResponseTimes = 2,
        Journeys = 32,
        Advocacy = 16,
        Channels = 64,
    }

    /// <summary>What happened on each channel; null where nothing did.</summary>
    public ChannelTotals? Channels { get; private set; }

    /// <summary>The tickets; null where there were none.</summary>
    public ResponseTimes? ResponseTimes { get; private set; }

    /// <summary>Journeys; null where nobody began one.</summary>
    public JourneyFunnels? Journeys { get; private set; }

    /// <summary>Advocates and referrers; null where there never were any.</summary>
    public AdvocacyCounts? Advocacy { get; private set; }

    /// <summary>Takes what an announcement means for the parts of the workspace.</summary>
    public void Take(Announcement announcement) => Take(announcement, null);

    /// <summary>Takes what an announcement means for the parts of a segment.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="segment">The segment's bit.</param>
    public void Take(Announcement announcement, ulong segment) => Take(announcement, (ulong?)segment);

    private void Take(Announcement announcement, ulong? segment)
    {
        if (announcement.Channel is { } count && Counts(announcement.MembershipAfter))
        {
            (Channels ??= new ChannelTotals()).Add(count);
        }

        foreach (var contribution in announcement.Contributions)
        {
            if (Counts(contribution.Segments ?? announcement.MembershipAfter))
            {
                Take(contribution);
            }
        }

        bool Counts(ulong segments) => segment is not { } bit || (segments & bit) != 0;
    }

    private void Take(Contribution contribution)
    {
        switch (contribution)
        {
            case TicketContribution ticket:
                (ResponseTimes ??= new ResponseTimes()).Take(ticket);
                break;
            case JourneyContribution step:
                (Journeys ??= new JourneyFunnels()).Take(step);
                break;
        }
    }

    /// <summary>Both together, for reading; shares nothing with either. Associative and commutative.</summary>
    public static PopulationParts Merge(PopulationParts a, PopulationParts b) => new()
    {
        Channels = Merge(a.Channels, b.Channels, ChannelTotals.Merge),
        ResponseTimes = Merge(a.ResponseTimes, b.ResponseTimes, ResponseTimes.Merge),
        Journeys = Merge(a.Journeys, b.Journeys, JourneyFunnels.Merge),
        Advocacy = Merge(a.Advocacy, b.Advocacy, AdvocacyCounts.Merge),
    };

    /// <summary>Counts a member that joins.</summary>
    internal void Join(in PopulationMember member)
    {
        if (member.HasReferred || member.AdvocateDay is not null)
        {
            (Advocacy ??= new AdvocacyCounts()).Join(member);
        }
    }

    /// <summary>Takes back a member exactly as it joined.</summary>
    internal void Leave(in PopulationMember member) => Advocacy?.Leave(member);

    /// <summary>Writes the parts there are.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt((int)PresentParts);
        Channels?.Encode(writer);
        ResponseTimes?.Encode(writer);
        Journeys?.Encode(writer);
        Advocacy?.Encode(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static PopulationParts Decode(BinaryReader reader, NamePool names)
    {
        var present = (Present)reader.Read7BitEncodedInt();
        return new PopulationParts
        {
            Channels = present.HasFlag(Present.Channels) ? ChannelTotals.Decode(reader, names)
                : present.HasFlag(Present.ChannelsBefore) ? ChannelTotals.DecodeBefore(reader, names) : null,
            ResponseTimes = present.HasFlag(Present.ResponseTimes) ? ResponseTimes.Decode(reader, names) : null,
            Journeys = present.HasFlag(Present.Journeys) ? JourneyFunnels.Decode(reader) : null,
            Advocacy = present.HasFlag(Present.Advocacy) ? AdvocacyCounts.Decode(reader) : null,
        };
    }

    private Present PresentParts =>
        (Channels is null ? Present.None : Present.Channels)
        | (ResponseTimes is null ? Present.None : Present.ResponseTimes)
        | (Journeys is null ? Present.None : Present.Journeys)
        | (Advocacy is null ? Present.None : Present.Advocacy);

    private static T? Merge<T>(T? a, T? b, Func<T, T, T> merge)
        where T : class, new() =>
        a is null && b is null ? null : merge(a ?? new T(), b ?? new T());
}
