using CxGrains.Domain.Customers;
using CxGrains.Domain.Interactions;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Scores;

namespace CxGrains.Domain.Privacy;

/// <summary>
/// Whether a customer is profiled, and what goes when it is not any more. Who does not consent to <see cref="Purposes.Analytics"/> is
/// counted all the same: interactions, answers, purchases and tickets stand in the totals.
/// </summary>
internal static class Profiling
{
    /// <summary>
    /// Settles by the last word on consent, or by the workspace's default where there is none. It is to be asked before a record is folded, as
    /// the default may have changed, and behind what changes traits. A profile that is not wanted any more goes at
    /// once; one that is wanted again begins with what happens from then on.
    /// </summary>
    /// <param name="context">What comes with the record.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="announcement">Takes what others have to forget.</param>
    public static void Settle(in FoldContext context, Customer customer, Announcement announcement)
    {
        var (isWanted, sinceMs) = Consents.ToAnalytics(customer) is { } consent
            ? (consent.IsGranted, consent.AtMs)
            : (context.Rules.Settings.Privacy.IsProfiledByDefault, context.NowMs);
        if (isWanted && !customer.IsProfiled)
        {
            customer.ProfiledFromMs = sinceMs;
        }
        else if (!isWanted && customer.IsProfiled)
        {
            customer.ProfiledFromMs = long.MaxValue;
            Forget(context, customer, announcement);
        }
    }

    /// <summary>Whether an interaction belongs to the profile: not one that happened before that was wanted.</summary>
    public static bool Takes(Customer customer, Interaction interaction) => interaction.AtMs >= customer.ProfiledFromMs;

    // Its comments go from the surveys as well, where its answers go on counting.
    private static void Forget(in FoldContext context, Customer customer, Announcement announcement)
    {
        JourneyFold.Leave(context, customer, announcement);
        announcement.HasRecovered |= customer.Band == RiskBand.High;
        customer.ForgetComments(long.MaxValue, announcement);
        customer.ForgetProfile();
    }
}
