namespace CxGrains.Domain.Customers;

/// <summary>Interactions by channel. At most <see cref="Limits.CustomerChannelsMax"/> channels; further ones count as <see cref="Other"/>.</summary>
public sealed class ChannelCounts
{
    /// <summary>The name under which channels past the bound are counted.</summary>
    public const string Other = "other";

    private (string Channel, long Count)[] _counts = [];

    /// <summary>Channels with their counts, in no stated order.</summary>
    public ReadOnlySpan<(string Channel, long Count)> All => _counts;

    /// <summary>Whether a channel was counted.</summary>
    public bool Contains(string channel) => IndexOf(channel) >= 0;

    /// <summary>Counts interactions.</summary>
    public void Add(string channel, long count = 1)
    {
        var index = IndexOf(channel);
        if (index < 0 && _counts.Length >= Limits.CustomerChannelsMax)
        {
            channel = Other;
            index = IndexOf(channel);
        }

        if (index < 0)
        {
            index = _counts.Length;
            Array.Resize(ref _counts, index + 1);
            _counts[index].Channel = channel;
        }

        _counts[index].Count += count;
    }

    /// <summary>Writes the counts.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_counts.Length);
        foreach (var (channel, count) in _counts)
        {
            writer.Write(channel);
            writer.Write7BitEncodedInt64(count);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static ChannelCounts Decode(BinaryReader reader, NamePool names)
    {
        var counts = new ChannelCounts { _counts = new (string, long)[reader.Read7BitEncodedInt()] };
        for (var i = 0; i < counts._counts.Length; i++)
        {
            counts._counts[i] = (reader.ReadShared(names), reader.Read7BitEncodedInt64());
        }

        return counts;
    }

    private int IndexOf(string channel)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            if (string.Equals(_counts[i].Channel, channel, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
