namespace CxGrains.Domain.Privacy;

/// <summary>What is remembered of a customer that was erased, besides its id.</summary>
/// <param name="Emails">Its e-mail addresses, so that what is stored elsewhere is found; kept as salted hashes.</param>
/// <param name="UntilMs">Until when nothing may bring it back, Unix milliseconds UTC.</param>
public sealed record ErasedCustomer(IReadOnlyList<string> Emails, long UntilMs)
{
    /// <summary>Writes it.</summary>
    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(UntilMs);
        writer.WriteTexts(Emails);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    internal static ErasedCustomer Decode(BinaryReader reader)
    {
        var untilMs = reader.Read7BitEncodedInt64();
        return new ErasedCustomer(reader.ReadTexts(), untilMs);
    }
}
