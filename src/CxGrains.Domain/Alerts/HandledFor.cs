namespace CxGrains.Domain.Alerts;

/// <summary>What a customer remembers of somebody's handling of one of its alerts.</summary>
/// <param name="Alert">The fingerprint of the alert's id; 0 where it was written before ids were remembered.</param>
/// <param name="UntilMs">Until when it is remembered, Unix milliseconds UTC; so long its rule raises no other, unless it is resolved.</param>
/// <param name="IsResolved">Whether somebody is through with it: what is done with it later, by who did not know that yet, is without effect.</param>
internal readonly record struct HandledFor(ulong Alert, long UntilMs, bool IsResolved)
{
    /// <summary>Days for which a resolved alert is remembered: longer than who acts on it at the same time may be late.</summary>
    public const int ResolvedDays = 1;

    /// <summary>Writes it.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Alert);
        writer.Write7BitEncodedInt64(UntilMs);
        writer.Write(IsResolved);
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static HandledFor Decode(BinaryReader reader) => new(reader.ReadUInt64(), reader.Read7BitEncodedInt64(), reader.ReadBoolean());
}
