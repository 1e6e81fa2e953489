using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Journeys;

/// <summary>
/// Something that happened at a stage of a journey. Everything about one stay counts under the day and for the segments of its
/// entering, so that who entered is always who moved on, was dropped, or is still there.
/// </summary>
/// <param name="Slot">The journey's slot.</param>
/// <param name="Version">The journey's version.</param>
/// <param name="StagesCount">How many stages the journey has.</param>
/// <param name="Stage">The stage, from 0.</param>
/// <param name="Step">What happened.</param>
/// <param name="Day">The day of entering, as days since 1970-01-01 UTC.</param>
/// <param name="Value">Of <see cref="JourneyStep.MovedOn"/> the bucket of the time in the stage, of an answer its column; else 0.</param>
/// <param name="EnteredIn">The segments the customer was in at entering, one bit a slot.</param>
internal sealed record JourneyContribution(int Slot, int Version, int StagesCount, int Stage, JourneyStep Step, int Day, int Value, ulong EnteredIn) : Contribution
{
    /// <inheritdoc/>
    public override ulong? Segments => EnteredIn;

    /// <inheritdoc/>
    internal override ContributionKind Kind => ContributionKind.Journey;

    /// <inheritdoc/>
    internal override void Encode(BinaryWriter writer)
    {
        writer.Write((byte)Slot);
        writer.Write7BitEncodedInt(Version);
        writer.Write((byte)StagesCount);
        writer.Write((byte)Stage);
        writer.Write((byte)Step);
        writer.Write7BitEncodedInt(Day);
        writer.Write((byte)Value);
        writer.Write7BitEncodedInt64((long)EnteredIn);
    }

    internal static JourneyContribution Decode(BinaryReader reader) => new(
        reader.ReadByte(),
        reader.Read7BitEncodedInt(),
        reader.ReadByte(),
        reader.ReadByte(),
        (JourneyStep)reader.ReadByte(),
        reader.Read7BitEncodedInt(),
        reader.ReadByte(),
        (ulong)reader.Read7BitEncodedInt64());
}
