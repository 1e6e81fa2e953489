using CxGrains.Domain.Customers;
using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Accounts;

/// <summary>
/// What the index knows of a customer for its account's sake. Only customers of an account have it: others would pay for it with a third of
/// their memory. It is changed in place, since it changes with nearly every record; owned by the entry's owner.
/// </summary>
public sealed class AccountFacts
{
    /// <summary>Interactions counted.</summary>
    public long Interactions { get; private set; }

    /// <summary>Purchases and money by currency.</summary>
    public Purchases Purchases { get; private set; } = Purchases.None;

    /// <summary>The UTC day of the latest NPS answer, days since 1970-01-01; 0 where there is none.</summary>
    public int NpsDay { get; private set; }

    /// <summary>Its score, 0 to 10.</summary>
    public int NpsScore { get; private set; }

    /// <summary>The UTC day that the customer's contract renews, as stated; 0 where it is not. See <see cref="RenewalDate"/>.</summary>
    public int RenewalDay { get; private set; }

    /// <summary>The UTC day of the latest renewal that happened; 0 where there is none.</summary>
    public int RenewedDay { get; private set; }

    internal void Refresh(Customer customer, bool profileChanged, bool memberChanged)
    {
        Interactions = customer.Interactions;
        RenewedDay = DayOf(customer.RenewedMs);
        if (memberChanged)
        {
            Purchases = customer.Purchases;
            var nps = customer.LatestAnswer(SurveyMetric.Nps);
            (NpsDay, NpsScore) = nps is { } answer ? (DayOf(answer.AtMs), answer.Score) : (0, 0);
        }

        if (profileChanged)
        {
            RenewalDay = RenewalDate.DayOf(customer);
        }
    }

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt64(Interactions);
        Purchases.Encode(writer);
        writer.Write7BitEncodedInt(NpsDay);
        writer.Write((byte)NpsScore);
        writer.Write7BitEncodedInt(RenewalDay);
        writer.Write7BitEncodedInt(RenewedDay);
    }

    internal static AccountFacts Decode(BinaryReader reader, NamePool names) => new()
    {
        Interactions = reader.Read7BitEncodedInt64(),
        Purchases = Purchases.Decode(reader, names),
        NpsDay = reader.Read7BitEncodedInt(),
        NpsScore = reader.ReadByte(),
        RenewalDay = reader.Read7BitEncodedInt(),
        RenewedDay = reader.Read7BitEncodedInt(),
    };

    private static int DayOf(long ms) => ms <= 0 ? 0 : Instants.DayOf(ms);
}
