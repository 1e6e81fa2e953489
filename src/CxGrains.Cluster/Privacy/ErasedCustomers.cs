using CxGrains.Domain;
using CxGrains.Domain.Privacy;

namespace CxGrains.Cluster.Privacy;

/// <summary>
/// The customers of a workspace that were erased, as one partition knows them: by their tombstones for as long as nothing may bring them
/// back, and by their ids only until all that is left of them is removed.
/// </summary>
internal sealed class ErasedCustomers
{
    private readonly Dictionary<string, Position> _left = new(StringComparer.Ordinal);
    private Tombstones? _tombstones;

    /// <summary>Those of whom something may be left. As many at most as records are folded between two commits.</summary>
    public IEnumerable<ErasedId> Left => _left.Select(pair => new ErasedId(pair.Key, pair.Value));

    /// <summary>Whether there is any such.</summary>
    public bool AnyLeft => _left.Count > 0;

    /// <summary>Whether a customer was erased and may not come back yet.</summary>
    public bool Holds(string customer, long nowMs) => _tombstones is { } tombstones && tombstones.Holds(customer, nowMs);

    /// <summary>Whether a customer is one of them, its time over or not.</summary>
    public bool IsOf(string customer) => _left.ContainsKey(customer) || (_tombstones is { } tombstones && tombstones.IsOf(customer));

    /// <summary>Whether a text is the id or the e-mail address of one of them.</summary>
    public bool Names(string text) => _left.ContainsKey(text) || (_tombstones is { } tombstones && tombstones.Names(text));

    /// <summary>Remembers a customer as of the record that erases it, so that records behind it fold into nothing.</summary>
    /// <param name="customer">Its id.</param>
    /// <param name="emails">Its e-mail addresses, as far as they are known.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    /// <param name="untilMs">Until when.</param>
    /// <param name="salt">The installation's. What was remembered before keeps the one it came with.</param>
    public void Remember(string customer, IEnumerable<string> emails, long nowMs, long untilMs, byte[] salt)
    {
        _tombstones ??= new Tombstones(salt);
        _tombstones.Add(customer, emails, nowMs, untilMs);
    }

    /// <summary>Remembers e-mail addresses of a customer that is remembered already.</summary>
    /// <param name="emails">The addresses.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    /// <param name="untilMs">Until when.</param>
    public void RememberEmails(IEnumerable<string> emails, long nowMs, long untilMs) => _tombstones?.AddEmails(emails, nowMs, untilMs);

    /// <summary>Takes tombstones over from elsewhere, in the domain's encoding.</summary>
    /// <exception cref="StateFormatException">Their version is unknown.</exception>
    public void Adopt(byte[] tombstones) => _tombstones = Tombstones.Decode(new BinaryReader(new MemoryStream(tombstones)));

    /// <summary>Takes note that something of a customer may be left.</summary>
    public void Leave(ErasedId erased)
    {
        if (erased.Position > _left.GetValueOrDefault(erased.Id))
        {
            _left[erased.Id] = erased.Position;
        }
    }

    /// <summary>Forgets the ids of those who were erased up to a row: nothing is left of them.</summary>
    public void Forget(long uptoRow)
    {
        foreach (var (customer, position) in _left)
        {
            if (position.Row <= uptoRow)
            {
                _left.Remove(customer);
            }
        }
    }

    /// <summary>Writes them.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(_tombstones is not null);
        _tombstones?.Encode(writer);
        writer.Write7BitEncodedInt(_left.Count);
        foreach (var (customer, position) in _left)
        {
            writer.Write(customer);
            writer.Write(position.Value);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote into one that holds nothing yet.</summary>
    /// <exception cref="StateFormatException">The version of the tombstones is unknown.</exception>
    public void Decode(BinaryReader reader)
    {
        _tombstones = reader.ReadBoolean() ? Tombstones.Decode(reader) : null;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            _left.Add(reader.ReadString(), new Position(reader.ReadInt64()));
        }
    }
}
