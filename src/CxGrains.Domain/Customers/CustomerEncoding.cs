using System.Collections.Immutable;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Customers;

/// <summary>The one versioned encoding of a customer's state, the same bytes in every runtime.</summary>
public static class CustomerEncoding
{
    private const byte Version = 2;

    /// <summary>Writes a customer.</summary>
    public static void Encode(Customer customer, BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(customer.Id);
        writer.Write(customer.Position.Value);
        writer.Write7BitEncodedInt64(customer.Interactions);
        writer.Write7BitEncodedInt64(customer.FirstSeenMs);
        writer.Write7BitEncodedInt64(customer.LastActiveMs);
        writer.WriteOptional(customer.Account);
        writer.Write7BitEncodedInt64(customer.AccountStamp.AtMs);
        writer.Write(customer.AccountStamp.Key);
        writer.Write((byte)customer.Band);
        writer.Write7BitEncodedInt64(customer.BandSinceMs);
        writer.Write(customer.AlreadySo);
        writer.Write(customer.Membership);
        writer.Write7BitEncodedInt64(customer.NextDueMs);
        WriteEngagement(customer.Engagement, writer);
        WriteDays(customer.Days, writer);
        customer.Purchases.Encode(writer);
        customer.EncodeBooks(writer);
        customer.Timeline.Encode(writer);
        customer.RecentIds.Encode(writer);
        WriteBandChanges(customer, writer);
        CustomerPartsEncoding.Encode(customer, writer);
    }

    /// <summary>Reads a customer.</summary>
    /// <param name="reader">Stands at the first byte that <see cref="Encode"/> wrote.</param>
    /// <param name="names">Shares names.</param>
    /// <param name="sources">Shares timeline sources.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Customer Decode(BinaryReader reader, NamePool names, TimelineSources sources)
    {
        var version = reader.ReadVersion("Customer", Version);
        var customer = new Customer(reader.ReadString())
        {
            Position = new Position(reader.ReadInt64()),
            Interactions = reader.Read7BitEncodedInt64(),
            FirstSeenMs = reader.Read7BitEncodedInt64(),
        };
        var lastActiveMs = reader.Read7BitEncodedInt64();
        customer.Account = reader.ReadOptionalShared(names);
        customer.AccountStamp = new Stamp(reader.Read7BitEncodedInt64(), reader.ReadUInt64());
        customer.Band = (RiskBand)reader.ReadByte();
        customer.BandSinceMs = reader.Read7BitEncodedInt64();
        customer.AlreadySo = reader.ReadBoolean();
        customer.Membership = reader.ReadUInt64();
        customer.NextDueMs = reader.Read7BitEncodedInt64();
        customer.Engagement = ReadEngagement(reader);
        customer.RestoreActivity(ReadDays(reader), lastActiveMs);
        customer.Purchases = Purchases.Decode(reader, names);
        customer.DecodeBooks(reader, names);
        customer.Timeline = Timeline.Decode(reader, names, sources);
        customer.RecentIds = RecentIds.Decode(reader);
        ReadBandChanges(customer, reader);
        var wasLearned = version >= 2 && CustomerPartsEncoding.Decode(customer, reader, names);
        if (customer.ProfiledFromMs == 0)
        {
            customer.BuyingTimes ??= BuyingTimes.OfTimeline(customer);
        }

        if (!wasLearned)
        {
            // Behind the renewals, which take back what was said of leaving.
            customer.RestorePriorRisk();
        }

        return customer;
    }

    private static void WriteEngagement(Engagement engagement, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(engagement.ClockMs);
        var present = 0;
        for (var kind = 0; kind < Engagement.KindsCount; kind++)
        {
            present |= engagement.Count((Interactions.InteractionKind)kind) != 0 ? 1 << kind : 0;
        }

        writer.Write((byte)present);
        for (var kind = 0; kind < Engagement.KindsCount; kind++)
        {
            if ((present & (1 << kind)) != 0)
            {
                writer.Write(engagement.Count((Interactions.InteractionKind)kind));
            }
        }
    }

    private static Engagement ReadEngagement(BinaryReader reader)
    {
        var clockMs = reader.Read7BitEncodedInt64();
        var present = reader.ReadByte();
        Span<double> counts = stackalloc double[Engagement.KindsCount];
        for (var kind = 0; kind < counts.Length; kind++)
        {
            counts[kind] = (present & (1 << kind)) != 0 ? reader.ReadDouble() : 0;
        }

        return Engagement.Restore(clockMs, counts);
    }

    private static void WriteDays(ActiveDays days, BinaryWriter writer)
    {
        Span<ulong> words = stackalloc ulong[ActiveDays.StoredWords];
        days.CopyTo(words);
        writer.Write7BitEncodedInt(days.NewestDay);
        foreach (var word in words)
        {
            writer.Write7BitEncodedInt64((long)word);
        }
    }

    private static ActiveDays ReadDays(BinaryReader reader)
    {
        var newestDay = reader.Read7BitEncodedInt();
        Span<ulong> words = stackalloc ulong[ActiveDays.StoredWords];
        foreach (ref var word in words)
        {
            word = (ulong)reader.Read7BitEncodedInt64();
        }

        return ActiveDays.Restore(newestDay, words);
    }

    private static void WriteBandChanges(Customer customer, BinaryWriter writer)
    {
        var changes = customer.BandChanges.ToImmutableArray();
        writer.Write7BitEncodedInt(changes.Length);
        foreach (var change in changes)
        {
            writer.Write7BitEncodedInt64(change.AtMs);
            writer.Write((byte)change.From);
            writer.Write((byte)change.To);
            writer.Write(change.AlreadySo);
        }
    }

    private static void ReadBandChanges(Customer customer, BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            customer.AddBandChange(new BandChange(reader.Read7BitEncodedInt64(), (RiskBand)reader.ReadByte(), (RiskBand)reader.ReadByte(), reader.ReadBoolean()));
        }
    }
}
