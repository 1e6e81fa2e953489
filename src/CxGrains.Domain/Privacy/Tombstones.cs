using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CxGrains.Domain.Settings;

namespace CxGrains.Domain.Privacy;

/// <summary>
/// What one partition remembers of the customers of a workspace that were erased: that an id is one of them, and until when nothing may
/// bring it back. It holds salted hashes, no ids, so that nobody reads from it whom there was.
/// </summary>
public sealed class Tombstones
{
    /// <summary>Tombstones of one partition's part of a workspace; past it those that end first go.</summary>
    public const int CountMax = 100_000;

    /// <summary>Bytes of a salt.</summary>
    public const int SaltBytes = 16;

    private const byte Version = 1;

    private readonly byte[] _salt;
    private readonly Dictionary<UInt128, long> _untilMs = [];

    /// <summary>None yet.</summary>
    /// <param name="salt">Random, <see cref="SaltBytes"/> long, and the same for all of an installation's.</param>
    public Tombstones(byte[] salt) => _salt = salt;

    private enum Kind : byte
    {
        Customer = 1,
        Email = 2,
    }

    /// <summary>Customers and e-mail addresses that are remembered.</summary>
    public int Count => _untilMs.Count;

    /// <summary>Where the last record stands that named one of them; what it left in the log is still to be removed up to there.</summary>
    public Position LastNamed { get; private set; }

    /// <summary>Remembers a customer.</summary>
    /// <param name="customer">Its id.</param>
    /// <param name="emails">Its e-mail addresses.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    /// <param name="untilMs">Until when.</param>
    public void Add(string customer, IEnumerable<string> emails, long nowMs, long untilMs)
    {
        _untilMs[HashOf(Kind.Customer, customer)] = untilMs;
        AddEmails(emails, nowMs, untilMs);
    }

    /// <summary>Remembers e-mail addresses of one that is remembered already.</summary>
    /// <param name="emails">The addresses.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    /// <param name="untilMs">Until when.</param>
    public void AddEmails(IEnumerable<string> emails, long nowMs, long untilMs)
    {
        Forget(nowMs);
        foreach (var email in emails)
        {
            _untilMs[HashOf(Kind.Email, email)] = untilMs;
        }

        while (_untilMs.Count > CountMax)
        {
            // Of several that end at once always the same: a replay must forget what was forgotten the first time.
            _untilMs.Remove(_untilMs.MinBy(static entry => (entry.Value, entry.Key)).Key);
        }
    }

    /// <summary>Until when one that is erased now may not come back, Unix milliseconds UTC.</summary>
    /// <param name="settings">What the workspace decided.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    public static long UntilMs(WorkspaceSettings settings, long nowMs) => nowMs + settings.Privacy.TombstoneMs;

    /// <summary>Takes note that a record named one of them.</summary>
    public void Name(Position position) => LastNamed = position > LastNamed ? position : LastNamed;

    /// <summary>Whether a customer was erased and may not come back yet. One that may is remembered no more: its id begins anew.</summary>
    /// <param name="customer">Its id.</param>
    /// <param name="nowMs">Now by the log's clock, Unix milliseconds UTC.</param>
    public bool Holds(string customer, long nowMs)
    {
        if (_untilMs.Count == 0)
        {
            return false;
        }

        var hash = HashOf(Kind.Customer, customer);
        if (!_untilMs.TryGetValue(hash, out var untilMs))
        {
            return false;
        }

        if (nowMs < untilMs)
        {
            return true;
        }

        _untilMs.Remove(hash);
        return false;
    }

    /// <summary>Whether a customer is remembered, its time over or not.</summary>
    public bool IsOf(string customer) => _untilMs.ContainsKey(HashOf(Kind.Customer, customer));

    /// <summary>Whether a text is the id or the e-mail address of one that is remembered, its time over or not.</summary>
    public bool Names(string text) => IsOf(text) || _untilMs.ContainsKey(HashOf(Kind.Email, text));

    /// <summary>Writes the tombstones.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(_salt);
        writer.Write(LastNamed.Value);
        writer.Write7BitEncodedInt(_untilMs.Count);
        Span<byte> bytes = stackalloc byte[16];
        foreach (var (hash, untilMs) in _untilMs)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(bytes, hash);
            writer.Write(bytes);
            writer.Write7BitEncodedInt64(untilMs);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">The version is unknown.</exception>
    public static Tombstones Decode(BinaryReader reader)
    {
        reader.ReadVersion("Tombstones", Version);
        var tombstones = new Tombstones(reader.ReadBytes(SaltBytes)) { LastNamed = new Position(reader.ReadInt64()) };
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var hash = BinaryPrimitives.ReadUInt128LittleEndian(reader.ReadBytes(16));
            tombstones._untilMs.Add(hash, reader.Read7BitEncodedInt64());
        }

        return tombstones;
    }

    private void Forget(long nowMs)
    {
        foreach (var (hash, untilMs) in _untilMs)
        {
            if (untilMs <= nowMs)
            {
                _untilMs.Remove(hash);
            }
        }
    }

    // An e-mail address is the same however it is spelled in capitals.
    private UInt128 HashOf(Kind kind, string text)
    {
        var known = Encoding.UTF8.GetBytes((char)kind + (kind == Kind.Email ? text.ToLowerInvariant() : text));
        return BinaryPrimitives.ReadUInt128LittleEndian(HMACSHA256.HashData(_salt, known));
    }
}
