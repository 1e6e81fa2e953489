using CxGrains.Domain.Alerts;
using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Channels;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Privacy;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>
/// The one versioned encoding of an announcement, for runtimes that hand it from one entity to another and keep it until its
/// position is committed. Most interactions only count, and take two bytes.
/// </summary>
public static class AnnouncementEncoding
{
    private const byte Version = 4;

    // Bits beside a member's band.
    private const int BandMask = 0x0f;
    private const int HasReferredBit = 0x10;
    private const int IsAdvocateBit = 0x20;

    [Flags]
    private enum Parts : ushort
    {
        Counted = 1,
        Before = 2,
        After = 4,
        Membership = 8,
        Withdrawn = 16,
        Added = 32,
        Sent = 64,
        Raised = 128,
        Recovered = 256,
        Contributions = 512,
        Channel = 1024,
        RecoveredRules = 2048,
        Handled = 4096,
        Effect = 8192,
        Watch = 16384,
        Erased = 32768,
    }

    // Nine in ten announcements: nobody changes them, so that one serves all.
    private static readonly byte[] CountedOnly = [Version, (byte)Parts.Counted];
    private static readonly Announcement CountedOnlyAnnouncement = new() { IsCounted = true };

    /// <summary>The announcement as bytes, which nobody may change.</summary>
    public static byte[] ToBytes(Announcement announcement)
    {
        if (PartsOf(announcement) == Parts.Counted)
        {
            return CountedOnly;
        }

        return StateEncoding.ToBytes(announcement, Encode);
    }

    /// <summary>The announcement of bytes that <see cref="ToBytes"/> gave; nobody may change it.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Announcement FromBytes(byte[] bytes, NamePool names)
    {
        if (bytes.AsSpan().SequenceEqual(CountedOnly))
        {
            return CountedOnlyAnnouncement;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes));
        return Decode(reader, names);
    }

    /// <summary>Writes an announcement.</summary>
    public static void Encode(Announcement announcement, BinaryWriter writer)
    {
        var parts = PartsOf(announcement);
        writer.Write(Version);
        writer.Write7BitEncodedInt((int)parts);
        WriteMembers(announcement, parts, writer);
        WriteAnswers(announcement.WithdrawnAnswers, writer);
        WriteAnswers(announcement.AddedAnswers, writer);

        if (announcement.Sent is { } sent)
        {
            writer.Write(sent.Survey);
            writer.Write((byte)sent.Metric);
            writer.Write((byte)sent.Scale);
            writer.Write7BitEncodedInt64(sent.AtMs);
        }

        if (parts.HasFlag(Parts.Raised))
        {
            WriteAlerts(announcement.Raised, writer);
        }

        if (parts.HasFlag(Parts.RecoveredRules))
        {
            writer.Write7BitEncodedInt(announcement.Recovered.Count);
            foreach (var rule in announcement.Recovered)
            {
                writer.Write(rule);
            }
        }

        announcement.Handled?.Encode(writer);
        if (announcement.Contributions.Count > 0)
        {
            ContributionEncoding.Encode(announcement.Contributions, writer);
        }

        announcement.Channel?.Encode(writer);
        announcement.Effect?.Encode(writer);
        announcement.Watch?.Encode(writer);
        announcement.Erased?.Encode(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Announcement Decode(BinaryReader reader, NamePool names)
    {
        var version = reader.ReadVersion("Announcement", Version);
        var parts = (Parts)reader.Read7BitEncodedInt();
        var announcement = new Announcement
        {
            IsCounted = parts.HasFlag(Parts.Counted),
            HasRecovered = parts.HasFlag(Parts.Recovered),
        };
        ReadMembers(announcement, parts, reader, names);
        if (parts.HasFlag(Parts.Withdrawn))
        {
            ReadAnswers(version, announcement.Withdraw, reader, names);
        }

        if (parts.HasFlag(Parts.Added))
        {
            ReadAnswers(version, announcement.Add, reader, names);
        }

        if (parts.HasFlag(Parts.Sent))
        {
            announcement.Sent = new SentSurvey(reader.ReadShared(names), (SurveyMetric)reader.ReadByte(), reader.ReadByte(), reader.Read7BitEncodedInt64());
        }

        if (parts.HasFlag(Parts.Raised))
        {
            ReadAlerts(announcement, reader, version);
        }

        if (parts.HasFlag(Parts.RecoveredRules))
        {
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            {
                announcement.Recover(reader.ReadShared(names));
            }
        }

        announcement.Handled = parts.HasFlag(Parts.Handled) ? HandledAlert.Decode(reader) : null;
        if (parts.HasFlag(Parts.Contributions))
        {
            announcement.Restore(ContributionEncoding.Decode(reader, names));
        }

        announcement.Channel = parts.HasFlag(Parts.Channel) ? ChannelCount.Decode(reader, names) : null;
        announcement.Effect = parts.HasFlag(Parts.Effect) ? Effect.Decode(reader, names) : null;
        announcement.Watch = parts.HasFlag(Parts.Watch) ? WatchChange.Decode(reader) : null;
        announcement.Erased = parts.HasFlag(Parts.Erased) ? ErasedCustomer.Decode(reader) : null;
        return announcement;
    }

    private static Parts PartsOf(Announcement announcement)
    {
        var isInSegments = (announcement.MembershipBefore | announcement.MembershipAfter) != 0;
        var changesSegments = announcement.MembershipBefore != announcement.MembershipAfter;
        var membershipCounts = changesSegments || (isInSegments && (announcement.IsMemberChanged || announcement.HasParts));

        // Members are for populations; where neither they nor the segments change, nobody asks for them.
        var membersCount = announcement.IsMemberChanged || changesSegments;
        return (announcement.IsCounted ? Parts.Counted : 0)
            | (membersCount && announcement.Before is not null ? Parts.Before : 0)
            | (membersCount && !announcement.IsGone ? Parts.After : 0)
            | (membershipCounts ? Parts.Membership : 0)
            | (announcement.WithdrawnAnswers.Count == 0 ? 0 : Parts.Withdrawn)
            | (announcement.AddedAnswers.Count == 0 ? 0 : Parts.Added)
            | (announcement.Sent is null ? 0 : Parts.Sent)
            | (announcement.Raised.Count == 0 ? 0 : Parts.Raised)
            | (announcement.HasRecovered ? Parts.Recovered : 0)
            | (announcement.Recovered.Count == 0 ? 0 : Parts.RecoveredRules)
            | (announcement.Handled is null ? 0 : Parts.Handled)
            | (announcement.Contributions.Count == 0 ? 0 : Parts.Contributions)
            | (announcement.Channel is null ? 0 : Parts.Channel)
            | (announcement.Effect is null ? 0 : Parts.Effect)
            | (announcement.Watch is null ? 0 : Parts.Watch)
            | (announcement.Erased is null ? 0 : Parts.Erased);
    }

    private static void WriteAlerts(IReadOnlyList<Alert> alerts, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(alerts.Count);
        foreach (var alert in alerts)
        {
            alert.Encode(writer);
        }
    }

    // Before version 3 there was one, of the only rule there was; before version 4 all were about customers.
    private static void ReadAlerts(Announcement announcement, BinaryReader reader, int version)
    {
        var form = version switch { < 3 => Alert.FormPlain, 3 => Alert.FormOfCustomers, _ => Alert.FormWithSubject };
        for (var left = form == Alert.FormPlain ? 1 : reader.Read7BitEncodedInt(); left > 0; left--)
        {
            announcement.Raise(Alert.Decode(reader, form));
        }
    }

    private static void WriteMembers(Announcement announcement, Parts parts, BinaryWriter writer)
    {
        if (parts.HasFlag(Parts.Before))
        {
            WriteMember(announcement.Before!.Value, writer);
        }

        if (parts.HasFlag(Parts.After))
        {
            WriteMember(announcement.After, writer);
        }

        if (parts.HasFlag(Parts.Membership))
        {
            writer.Write(announcement.MembershipBefore);
            writer.Write(announcement.MembershipAfter);
        }
    }

    private static void ReadMembers(Announcement announcement, Parts parts, BinaryReader reader, NamePool names)
    {
        announcement.Before = parts.HasFlag(Parts.Before) ? ReadMember(reader, names) : null;
        if (parts.HasFlag(Parts.After))
        {
            announcement.After = ReadMember(reader, names);
            announcement.IsMemberChanged = announcement.Before != announcement.After;
        }
        else if (announcement.Before is not null)
        {
            announcement.IsMemberChanged = announcement.IsGone = true;
        }

        if (parts.HasFlag(Parts.Membership))
        {
            announcement.MembershipBefore = reader.ReadUInt64();
            announcement.MembershipAfter = reader.ReadUInt64();
        }
    }

    private static void WriteMember(in PopulationMember member, BinaryWriter writer)
    {
        writer.Write((byte)((int)member.Band | (member.HasReferred ? HasReferredBit : 0) | (member.AdvocateDay is null ? 0 : IsAdvocateBit)));
        if (member.AdvocateDay is { } day)
        {
            writer.Write7BitEncodedInt(day);
        }

        WriteLatest(member.Nps, writer);
        WriteLatest(member.Csat, writer);
        WriteLatest(member.Ces, writer);
        member.Purchases.Encode(writer);
    }

    private static PopulationMember ReadMember(BinaryReader reader, NamePool names)
    {
        var bits = reader.ReadByte();
        int? advocateDay = (bits & IsAdvocateBit) != 0 ? reader.Read7BitEncodedInt() : null;
        return new((RiskBand)(bits & BandMask), ReadLatest(reader), ReadLatest(reader), ReadLatest(reader), Purchases.Decode(reader, names))
        {
            AdvocateDay = advocateDay,
            HasReferred = (bits & HasReferredBit) != 0,
        };
    }

    private static void WriteLatest(LatestAnswer? answer, BinaryWriter writer)
    {
        writer.Write(answer is not null);
        if (answer is { } given)
        {
            writer.Write7BitEncodedInt64(given.AtMs);
            writer.Write((byte)given.Score);
            writer.Write((byte)given.Scale);
        }
    }

    private static LatestAnswer? ReadLatest(BinaryReader reader) =>
        reader.ReadBoolean() ? new LatestAnswer(reader.Read7BitEncodedInt64(), reader.ReadByte(), reader.ReadByte()) : null;

    private static void WriteAnswers(IReadOnlyList<AnswerContribution> answers, BinaryWriter writer)
    {
        if (answers.Count > 0)
        {
            writer.Write7BitEncodedInt(answers.Count);
            foreach (var answer in answers)
            {
                WriteAnswer(answer, writer);
            }
        }
    }

    private static void ReadAnswers(int version, Action<AnswerContribution> take, BinaryReader reader, NamePool names)
    {
        for (var left = version >= 3 ? reader.Read7BitEncodedInt() : 1; left > 0; left--)
        {
            take(ReadAnswer(reader, names));
        }
    }

    private static void WriteAnswer(AnswerContribution answer, BinaryWriter writer)
    {
        writer.Write(answer.Survey);
        writer.Write((byte)answer.Metric);
        writer.Write((byte)answer.Scale);
        writer.Write7BitEncodedInt64(answer.AtMs);
        writer.Write((byte)answer.Score);
        writer.WriteOptional(answer.Channel);
        writer.WriteOptional(answer.Touchpoint);
        writer.WriteOptional(answer.Comment);
        writer.Write(answer.Customer);
        writer.Write(answer.Key);
    }

    private static AnswerContribution ReadAnswer(BinaryReader reader, NamePool names) => new(
        reader.ReadShared(names),
        (SurveyMetric)reader.ReadByte(),
        reader.ReadByte(),
        reader.Read7BitEncodedInt64(),
        reader.ReadByte(),
        reader.ReadOptionalShared(names),
        reader.ReadOptionalShared(names),
        reader.ReadOptional(),
        reader.ReadString(),
        reader.ReadUInt64());
}
