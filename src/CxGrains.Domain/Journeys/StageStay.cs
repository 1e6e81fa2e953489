namespace CxGrains.Domain.Journeys;

/// <summary>A customer's stay in a stage of a journey.</summary>
/// <param name="Slot">The journey's slot.</param>
/// <param name="Version">The journey's version; a stay of another version has ended with it.</param>
/// <param name="Stage">The stage, from 0. In the last one the journey is finished: the customer stays only for its answers to count there.</param>
/// <param name="EnteredMs">When it was entered, Unix milliseconds UTC.</param>
/// <param name="DueMs">When it ends by time alone, Unix milliseconds UTC.</param>
/// <param name="Segments">The segments the customer was in when it entered, one bit a slot: what follows counts where the entering did.</param>
public readonly record struct StageStay(int Slot, int Version, int Stage, long EnteredMs, long DueMs, ulong Segments)
{
    /// <summary>The UTC day of entering, under which everything about the stay is counted.</summary>
    public int Day => Instants.DayOf(EnteredMs);

    internal void Encode(BinaryWriter writer)
    {
        writer.Write((byte)Slot);
        writer.Write7BitEncodedInt(Version);
        writer.Write((byte)Stage);
        writer.Write7BitEncodedInt64(EnteredMs);
        writer.Write7BitEncodedInt64(DueMs);
        writer.Write7BitEncodedInt64((long)Segments);
    }

    internal static StageStay Decode(BinaryReader reader) => new(
        reader.ReadByte(),
        reader.Read7BitEncodedInt(),
        reader.ReadByte(),
        reader.Read7BitEncodedInt64(),
        reader.Read7BitEncodedInt64(),
        (ulong)reader.Read7BitEncodedInt64());
}
