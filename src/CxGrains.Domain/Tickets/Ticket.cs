namespace CxGrains.Domain.Tickets;

/// <summary>
/// One ticket of a customer. Its times are the smallest and largest that were told, so that they do not depend on the order in which
/// events came in. Only <see cref="TicketFold"/> changes it. Times are Unix milliseconds UTC.
/// </summary>
public sealed class Ticket
{
    /// <summary>Where tickets without a channel are counted.</summary>
    public const string NoChannel = "none";

    private const long Never = long.MaxValue;

    private long _lastOpenedMs;
    private long _resolvedMs;

    internal Ticket(ulong key, string? id) => (Key, Id) = (key, id);

    /// <summary>The fingerprint of the id; that of its opening where it has none.</summary>
    public ulong Key { get; }

    /// <summary>The id in the tool that told of it, where it was told.</summary>
    public string? Id { get; }

    /// <summary>The channel of its opening, where it has one.</summary>
    public string? Channel { get; private set; }

    /// <summary>The segments its customer was in when it was first told of, one bit a slot. It counts for those.</summary>
    public ulong Segments { get; internal set; }

    /// <summary>When it was first opened; meaningless before <see cref="IsOpened"/>.</summary>
    public long OpenedMs { get; private set; } = Never;

    /// <summary>The first reply, or the resolution where that came first; null for none.</summary>
    public long? FirstReplyMs { get; private set; }

    /// <summary>The latest resolution, where no later opening undid it; null for none.</summary>
    public long? ResolvedMs => IsOpened && !IsOpen ? _resolvedMs : null;

    /// <summary>Whether its opening was told.</summary>
    public bool IsOpened => OpenedMs != Never;

    /// <summary>Whether it is open.</summary>
    public bool IsOpen => IsOpened && (_resolvedMs == 0 || _lastOpenedMs > _resolvedMs);

    /// <summary>Whether it is open past a target that still waits to be met.</summary>
    public bool IsOverdue => IsOpen && (Resolution.Outcome == TicketOutcome.Breached || (FirstReplyMs is null && FirstReply.Outcome == TicketOutcome.Breached));

    /// <summary>How it stands to the target for the first reply.</summary>
    public TicketTarget FirstReply { get; internal set; }

    /// <summary>How it stands to the target for the resolution.</summary>
    public TicketTarget Resolution { get; internal set; }

    /// <summary>What populations hold of it, while a record that changes it is folded; null otherwise.</summary>
    internal IReadOnlyList<TicketContribution>? Counted { get; set; }

    /// <summary>The latest time told of it.</summary>
    internal long LatestMs => Math.Max(_lastOpenedMs, Math.Max(_resolvedMs, FirstReplyMs ?? 0));

    /// <summary>The first instant after which time alone changes it; <see cref="long.MaxValue"/> for never.</summary>
    internal long NextDueMs => Math.Min(FirstReply.IsWaitedFor ? FirstReply.DueMs : Never, Resolution.IsWaitedFor ? Resolution.DueMs : Never);

    internal void Open(long atMs, string? channel)
    {
        // Between two channels told for one instant the order of their names decides, so that the order of arrival does not.
        if (atMs < OpenedMs || (atMs == OpenedMs && string.CompareOrdinal(channel ?? NoChannel, Channel ?? NoChannel) < 0))
        {
            Channel = channel;
        }

        OpenedMs = Math.Min(OpenedMs, atMs);
        _lastOpenedMs = Math.Max(_lastOpenedMs, atMs);
    }

    internal void Reply(long atMs) => FirstReplyMs = Math.Min(FirstReplyMs ?? atMs, atMs);

    internal void Resolve(long atMs)
    {
        Reply(atMs);
        _resolvedMs = Math.Max(_resolvedMs, atMs);
    }

    /// <summary>Takes in what another customer's ticket of the same key was told.</summary>
    internal void Take(Ticket other)
    {
        if (other.IsOpened)
        {
            Open(other.OpenedMs, other.Channel);
        }

        _lastOpenedMs = Math.Max(_lastOpenedMs, other._lastOpenedMs);
        _resolvedMs = Math.Max(_resolvedMs, other._resolvedMs);
        if (other.FirstReplyMs is { } repliedMs)
        {
            Reply(repliedMs);
        }
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write(Key);
        writer.WriteOptional(Id);
        writer.WriteOptional(Channel);
        writer.Write(Segments);
        writer.Write7BitEncodedInt64(OpenedMs);
        writer.Write7BitEncodedInt64(_lastOpenedMs);
        writer.Write7BitEncodedInt64(FirstReplyMs ?? 0);
        writer.Write7BitEncodedInt64(_resolvedMs);
        FirstReply.Encode(writer);
        Resolution.Encode(writer);
    }

    internal static Ticket Decode(BinaryReader reader, NamePool names)
    {
        var ticket = new Ticket(reader.ReadUInt64(), reader.ReadOptional())
        {
            Channel = reader.ReadOptionalShared(names),
            Segments = reader.ReadUInt64(),
            OpenedMs = reader.Read7BitEncodedInt64(),
            _lastOpenedMs = reader.Read7BitEncodedInt64(),
        };
        var firstReplyMs = reader.Read7BitEncodedInt64();
        ticket.FirstReplyMs = firstReplyMs == 0 ? null : firstReplyMs;
        ticket._resolvedMs = reader.Read7BitEncodedInt64();
        ticket.FirstReply = TicketTarget.Decode(reader);
        ticket.Resolution = TicketTarget.Decode(reader);
        return ticket;
    }
}
