using CxGrains.Domain.Journeys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Customers;

/// <summary>Contributions as bytes, for announcements.</summary>
internal static class ContributionEncoding
{
    /// <summary>Writes contributions.</summary>
    public static void Encode(IReadOnlyList<Contribution> contributions, BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(contributions.Count);
        foreach (var contribution in contributions)
        {
            writer.Write((byte)contribution.Kind);
            contribution.Encode(writer);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="StateFormatException">A kind is unknown.</exception>
    public static List<Contribution> Decode(BinaryReader reader, NamePool names)
    {
        var contributions = new List<Contribution>(reader.Read7BitEncodedInt());
        while (contributions.Count < contributions.Capacity)
        {
            var kind = (ContributionKind)reader.ReadByte();
            contributions.Add(kind switch
            {
                ContributionKind.Journey => JourneyContribution.Decode(reader),
                ContributionKind.Ticket => TicketContribution.Decode(reader, names),
                ContributionKind.Outcome => OutcomeContribution.Decode(reader),
                _ => throw new StateFormatException("Contribution", (int)kind, (int)ContributionKind.Outcome),
            });
        }

        return contributions;
    }
}
