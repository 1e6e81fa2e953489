using System.Buffers.Binary;
using System.Text;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Customers;

/// <summary>
/// A timeline entry as bytes, in memory only: about 16 of them where the plain entry takes 40, and timelines are the largest part of
/// a customer. In turn: milliseconds since the entry before; the key; source number and forms; then, each where it is needed, the
/// source's texts, the value, the label. Numbers are written seven bits a byte.
/// </summary>
internal readonly ref struct PackedEntry
{
    private const int FormBits = 4;
    private const int HasInteger = 1;
    private const int HasHundredths = 2;
    private const int HasDouble = 3;
    private const int ValueForms = 3;
    private const int HasSharedLabel = 4;
    private const int HasOwnLabel = 8;

    private readonly TimelineSources _shared;
    private readonly int _sourceNumber;
    private readonly int _labelNumber;
    private readonly ReadOnlySpan<byte> _ownSource;
    private readonly ReadOnlySpan<byte> _ownLabel;

    /// <summary>Reads an entry.</summary>
    /// <param name="bytes">Begins with the entry; more may follow.</param>
    /// <param name="beforeMs">When the entry before it was.</param>
    /// <param name="shared">Knows the numbers.</param>
    public PackedEntry(ReadOnlySpan<byte> bytes, long beforeMs, TimelineSources shared)
    {
        _shared = shared;
        var reader = new PackedReader(bytes);
        AtMs = beforeMs + reader.Number();
        TimeBytes = reader.Position;
        Key = BinaryPrimitives.ReadUInt64LittleEndian(reader.Bytes(sizeof(ulong)));
        var head = (int)reader.Number();
        _sourceNumber = head >> FormBits;
        _ownSource = _sourceNumber == 0 ? reader.Bytes((int)reader.Number()) : default;
        Value = (head & ValueForms) switch
        {
            HasInteger => reader.Number(),
            HasHundredths => reader.Number() / 100.0,
            HasDouble => BinaryPrimitives.ReadDoubleLittleEndian(reader.Bytes(sizeof(double))),
            _ => double.NaN,
        };
        _labelNumber = (head & HasSharedLabel) != 0 ? (int)reader.Number() : 0;
        HasLabel = (head & (HasSharedLabel | HasOwnLabel)) != 0;
        _ownLabel = (head & HasOwnLabel) != 0 ? reader.Bytes((int)reader.Number()) : default;
        Length = reader.Position;
    }

    /// <summary>When, Unix milliseconds UTC.</summary>
    public long AtMs { get; }

    /// <summary>The interaction's fingerprint.</summary>
    public ulong Key { get; }

    /// <summary>The value; NaN for none.</summary>
    public double Value { get; }

    /// <summary>Whether it has a label.</summary>
    public bool HasLabel { get; }

    /// <summary>Bytes it takes.</summary>
    public int Length { get; }

    /// <summary>How many of them say when.</summary>
    public int TimeBytes { get; }

    /// <summary>The source; a new instance where it is not shared.</summary>
    public TimelineSource Source
    {
        get
        {
            if (_sourceNumber > 0)
            {
                return _shared.Source(_sourceNumber);
            }

            using var reader = new BinaryReader(new MemoryStream(_ownSource.ToArray()));
            return new TimelineSource(reader.ReadString(), reader.ReadOptional(), reader.ReadOptional(), reader.ReadOptional(), 0);
        }
    }

    /// <summary>The label; null for none.</summary>
    public string? Label => _labelNumber > 0 ? _shared.Label(_labelNumber) : HasLabel ? Encoding.UTF8.GetString(_ownLabel) : null;

    /// <summary>Passes over an entry, unless it is newer than another; says whether it was passed.</summary>
    /// <param name="bytes">All entries.</param>
    /// <param name="other">The other entry.</param>
    /// <param name="offset">Where the entry begins; where the next one begins once it is passed.</param>
    /// <param name="beforeMs">When the entry before it was; when it was itself once it is passed.</param>
    /// <remarks>A late interaction passes over most of a timeline, and needs nothing of it but times.</remarks>
    public static bool TryPass(ReadOnlySpan<byte> bytes, in TimelineEntry other, ref int offset, ref long beforeMs)
    {
        var reader = new PackedReader(bytes[offset..]);
        var atMs = beforeMs + reader.Number();
        var key = reader.Bytes(sizeof(ulong));
        if (atMs > other.AtMs || (atMs == other.AtMs && BinaryPrimitives.ReadUInt64LittleEndian(key) > other.Key))
        {
            return false;
        }

        var head = (int)reader.Number();
        if (head >> FormBits == 0)
        {
            reader.PassPiece();
        }

        if ((head & ValueForms) == HasDouble)
        {
            reader.Bytes(sizeof(double));
        }
        else if ((head & ValueForms) != 0)
        {
            reader.PassNumber();
        }

        if ((head & HasSharedLabel) != 0)
        {
            reader.PassNumber();
        }
        else if ((head & HasOwnLabel) != 0)
        {
            reader.PassPiece();
        }

        offset += reader.Position;
        beforeMs = atMs;
        return true;
    }

    /// <summary>Writes the label as <see cref="StateEncoding.WriteOptional"/> would, without making a text of it.</summary>
    public void WriteLabel(BinaryWriter writer)
    {
        if (_labelNumber > 0)
        {
            writer.WriteOptional(_shared.Label(_labelNumber));
            return;
        }

        writer.Write(HasLabel);
        if (HasLabel)
        {
            writer.Write7BitEncodedInt(_ownLabel.Length);
            writer.Write(_ownLabel);
        }
    }

    /// <summary>Packs an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="beforeMs">When the entry before it was, or any earlier instant for the first.</param>
    /// <param name="shared">Gives numbers.</param>
    /// <param name="target">Where it goes.</param>
    public static void Write(in TimelineEntry entry, long beforeMs, TimelineSources shared, PackedWriter target)
    {
        target.Number(entry.AtMs - beforeMs);
        target.Key(entry.Key);
        var source = shared.NumberOf(entry.Source);

        // A comment hardly ever recurs, and must not take the place of a label that does.
        var label = entry.Label is { } text && entry.Source.Type != InteractionTypes.SurveyResponse ? shared.NumberOfLabel(text) : 0;
        var (form, number) = FormOf(entry.Value);
        var labelForm = label > 0 ? HasSharedLabel : entry.Label is null ? 0 : HasOwnLabel;
        target.Number((source << FormBits) | form | labelForm);
        if (source == 0)
        {
            target.Piece(Encode(entry.Source));
        }

        if (form == HasDouble)
        {
            target.Double(entry.Value);
        }
        else if (form != 0)
        {
            target.Number(number);
        }

        if (label > 0)
        {
            target.Number(label);
        }
        else if (entry.Label is not null)
        {
            target.Piece(Encoding.UTF8.GetBytes(entry.Label));
        }
    }

    // Amounts are mostly whole, or have two decimals; what does not come back bit by bit is kept as it is.
    private static (int Form, long Number) FormOf(double value)
    {
        const double ExactMax = 1L << 53;
        if (double.IsNaN(value))
        {
            return (0, 0);
        }

        var hundredths = Math.Round(value * 100);
        if (double.IsNegative(value) || hundredths > ExactMax)
        {
            return (HasDouble, 0);
        }

        var whole = (long)value;
        return whole == value ? (HasInteger, whole) : hundredths / 100.0 == value ? (HasHundredths, (long)hundredths) : (HasDouble, 0);
    }

    private static byte[] Encode(TimelineSource source)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(source.Type);
        writer.WriteOptional(source.Channel);
        writer.WriteOptional(source.Touchpoint);
        writer.WriteOptional(source.Currency);
        return stream.ToArray();
    }
}
