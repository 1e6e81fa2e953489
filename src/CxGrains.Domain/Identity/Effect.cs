using CxGrains.Domain.Privacy;

namespace CxGrains.Domain.Identity;

/// <summary>
/// What folding a record has to bring about at another customer. It goes to the log of the partition in which that one lives, under the
/// position of the record that caused it.
/// </summary>
/// <param name="Customer">The other customer.</param>
public abstract record Effect(string Customer)
{
    /// <summary>What an effect is. The numbers are stored; never renumber.</summary>
    protected enum EffectKind : byte
    {
        /// <summary>A <see cref="MergeEffect"/>.</summary>
        Merge = 1,

        /// <summary>A <see cref="ForwardEffect"/>.</summary>
        Forward = 2,

        /// <summary>An <see cref="EraseEffect"/>.</summary>
        Erase = 3,
    }

    /// <summary>What it is.</summary>
    protected abstract EffectKind Kind { get; }

    /// <summary>Writes the effect.</summary>
    public void Encode(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write((byte)Kind);
        writer.Write(Customer);
        EncodeContent(writer);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands at the first byte.</param>
    /// <param name="names">Shares names.</param>
    /// <exception cref="StateFormatException">The kind is unknown.</exception>
    public static Effect Decode(BinaryReader reader, NamePool names)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var kind = (EffectKind)reader.ReadByte();
        var customer = reader.ReadString();
        return kind switch
        {
            EffectKind.Merge => MergeEffect.DecodeContent(customer, reader),
            EffectKind.Forward => ForwardEffect.DecodeContent(customer, reader, names),
            EffectKind.Erase => EraseEffect.DecodeContent(customer, reader),
            _ => throw new StateFormatException("Effect kind", (int)kind, (int)EffectKind.Erase),
        };
    }

    /// <summary>The parts of it that go to different partitions; a partition takes one effect of a record.</summary>
    /// <param name="partitionOf">The partition a customer lives in.</param>
    public virtual IEnumerable<Effect> SplitBy(Func<string, int> partitionOf) => [this];

    /// <summary>Whether it names one of some customers.</summary>
    public virtual bool Names(Func<string, bool> isMeant)
    {
        ArgumentNullException.ThrowIfNull(isMeant);
        return isMeant(Customer);
    }

    /// <summary>Writes what follows the customer.</summary>
    protected abstract void EncodeContent(BinaryWriter writer);
}
