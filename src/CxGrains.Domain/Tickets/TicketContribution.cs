using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Tickets;

/// <summary>
/// One thing that populations count of a ticket. What a ticket counts as follows from its state alone: when late events change the
/// state, what no longer holds is withdrawn exactly as it was counted.
/// </summary>
/// <param name="Measure">What.</param>
/// <param name="Channel">The ticket's channel.</param>
/// <param name="Day">When, days since 1970-01-01 UTC; 0 for what is open now.</param>
/// <param name="Bucket">How long it took, from <see cref="DurationBuckets"/>; 0 where it took no time.</param>
/// <param name="OfSegments">The segments of the ticket, one bit a slot; null for those that the customer is in now.</param>
/// <param name="IsWithdrawn">Whether it no longer holds.</param>
public sealed record TicketContribution(TicketMeasure Measure, string Channel, int Day, int Bucket, ulong? OfSegments, bool IsWithdrawn = false) : Contribution
{
    private const byte WithdrawnBit = 0x80;
    private const byte SegmentsBit = 0x40;

    /// <inheritdoc/>
    public override ulong? Segments => OfSegments;

    /// <inheritdoc/>
    internal override ContributionKind Kind => ContributionKind.Ticket;

    /// <inheritdoc/>
    internal override void Encode(BinaryWriter writer)
    {
        writer.Write((byte)((byte)Measure | (IsWithdrawn ? WithdrawnBit : 0) | (OfSegments is null ? 0 : SegmentsBit)));
        writer.Write(Channel);
        writer.Write7BitEncodedInt(Day);
        writer.Write((byte)Bucket);
        if (OfSegments is { } segments)
        {
            writer.Write(segments);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static TicketContribution Decode(BinaryReader reader, NamePool names)
    {
        var head = reader.ReadByte();
        var measure = (TicketMeasure)(head & ~(WithdrawnBit | SegmentsBit));
        var (channel, day, bucket) = (reader.ReadShared(names), reader.Read7BitEncodedInt(), reader.ReadByte());
        return new TicketContribution(measure, channel, day, bucket, (head & SegmentsBit) == 0 ? null : reader.ReadUInt64(), (head & WithdrawnBit) != 0);
    }
}
