using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Support, 0 to 100, the higher the less help is needed: 100 * 2^(-(c + t) / <see cref="HalfScoreContacts"/>), where c are complaints and
/// tickets, decayed as engagement decays them (half-life <see cref="Engagement.HalfLifeDays"/> days), and t the tickets still open. Ours.
/// That nobody complained is known only of a customer that was there to complain: of one seen on two days, or who did.
/// </summary>
public static class SupportMeasure
{
    /// <summary>Contacts at which the measure is 50.</summary>
    public const double HalfScoreContacts = 2;

    /// <summary>The measure at an instant; null where it is not known.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="openTickets">Tickets open at the instant, from 0.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static double? Of(Customer customer, int openTickets, long atMs)
    {
        var engagement = customer.Engagement;
        var contacts = openTickets + (engagement.Count(InteractionKind.Support) * Engagement.DecayOver(Math.Max(0, atMs - engagement.ClockMs)));
        return contacts > 0 || customer.Rhythm.ActiveDays >= RelationshipMeasure.ActiveDaysMin
            ? 100 * double.Exp2(-contacts / HalfScoreContacts)
            : null;
    }
}
