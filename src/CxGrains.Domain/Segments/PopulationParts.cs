using CxGrains.Domain.Channels;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Segments;

/// <summary>What the records of a population's members mean beside its members' own sums. A part that nothing came to is not kept.</summary>
public sealed class PopulationParts
{
    [Flags]
    private enum Present
    {
        None = 0,
        Channels = 1,
        Advocacy = 16,
    }

    /// <summary>What happened on each channel; null where nothing did.</summary>
    public ChannelTotals? Channels { get; private set; }

    /// <summary>Advocates and referrers; null where there never were any.</summary>
    public AdvocacyCounts? Advocacy { get; private set; }

    /// <summary>Takes what an announcement means for the parts.</summary>
    public void Take(Announcement announcement)
    {
        if (announcement.Channel is { } count)
        {
            (Channels ??= new ChannelTotals()).Add(count);
        }
    }

    /// <summary>Both together, for reading; shares nothing with either. Associative and commutative.</summary>
    public static PopulationParts Merge(PopulationParts a, PopulationParts b) => new()
    {
        Channels = Merge(a.Channels, b.Channels, ChannelTotals.Merge),
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
        writer.Write7BitEncodedInt((int)((Channels is null ? Present.None : Present.Channels) | (Advocacy is null ? Present.None : Present.Advocacy)));
        Channels?.Encode(writer);
        Advocacy?.Encode(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static PopulationParts Decode(BinaryReader reader, NamePool names)
    {
        var present = (Present)reader.Read7BitEncodedInt();
        return new PopulationParts
        {
            Channels = present.HasFlag(Present.Channels) ? ChannelTotals.Decode(reader, names) : null,
            Advocacy = present.HasFlag(Present.Advocacy) ? AdvocacyCounts.Decode(reader) : null,
        };
    }

    private static T? Merge<T>(T? a, T? b, Func<T, T, T> merge)
        where T : class, new() =>
        a is null && b is null ? null : merge(a ?? new T(), b ?? new T());
}
