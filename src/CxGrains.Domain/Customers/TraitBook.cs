using CxGrains.Domain.Interactions;
using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Customers;

/// <summary>A customer's traits, each the latest statement by time. At most <see cref="Limits.TraitsMax"/>; further names are not kept, but for the consents that are acted upon.</summary>
public sealed class TraitBook
{
    private readonly List<StampedTrait> _traits = [];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _traits.Count == 0;

    /// <summary>The traits, in no stated order.</summary>
    public IEnumerable<Trait> All => _traits.Select(stamped => stamped.Trait);

    /// <summary>The value of a trait; null where there is none of that name.</summary>
    public TraitValue? Find(string key) => FindStatement(key)?.Value;

    /// <summary>The value of a trait with when it was stated; null where there is none of that name.</summary>
    public (TraitValue Value, Stamp Stamp)? FindStatement(string key)
    {
        var index = IndexOf(key);
        return index < 0 ? null : (_traits[index].Trait.Value, _traits[index].Stamp);
    }

    /// <summary>Takes a statement in.</summary>
    public void Set(Trait trait, Stamp stamp)
    {
        var index = IndexOf(trait.Key);
        if (index >= 0)
        {
            if (stamp.Beats(_traits[index].Stamp))
            {
                _traits[index] = new StampedTrait(trait, stamp);
            }
        }
        else if (_traits.Count < Limits.TraitsMax || Purposes.IsKeptBy(trait.Key))
        {
            _traits.Add(new StampedTrait(trait, stamp));
        }
    }

    /// <summary>Takes in all that another book states.</summary>
    internal void Take(TraitBook other)
    {
        foreach (var (trait, stamp) in other._traits)
        {
            Set(trait, stamp);
        }
    }

    /// <summary>Writes the traits.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_traits.Count);
        foreach (var (trait, stamp) in _traits)
        {
            writer.Write(trait.Key);
            writer.WriteOptional(trait.Value.Text);
            writer.Write(trait.Value.Number);
            writer.Write(trait.Value.IsBoolean);
            writer.Write7BitEncodedInt64(stamp.AtMs);
            writer.Write(stamp.Key);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static TraitBook Decode(BinaryReader reader, NamePool names)
    {
        var book = new TraitBook();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var key = reader.ReadShared(names);
            var value = new TraitValue(reader.ReadOptional(), reader.ReadDouble(), reader.ReadBoolean());
            book._traits.Add(new StampedTrait(new Trait(key, value), new Stamp(reader.Read7BitEncodedInt64(), reader.ReadUInt64())));
        }

        return book;
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < _traits.Count; i++)
        {
            if (string.Equals(_traits[i].Trait.Key, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private readonly record struct StampedTrait(Trait Trait, Stamp Stamp);
}
