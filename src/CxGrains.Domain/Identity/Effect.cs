namespace CxGrains.Domain.Identity;

/// <summary>
/// What folding a record has to bring about at another customer. It goes to the log of the partition in which that one lives, under the
/// position of the record that caused it.
/// </summary>
/// <param name="Customer">The other customer.</param>
public abstract record Effect(string Customer)
{
    private enum EffectKind : byte
    {
        Merge = 1,
        Forward = 2,
    }

    /// <summary>Writes the effect.</summary>
    public void Encode(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write((byte)(this is MergeEffect ? EffectKind.Merge : EffectKind.Forward));
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
            _ => throw new StateFormatException("Effect kind", (int)kind, (int)EffectKind.Forward),
        };
    }

    /// <summary>Writes what follows the customer.</summary>
    protected abstract void EncodeContent(BinaryWriter writer);
}
