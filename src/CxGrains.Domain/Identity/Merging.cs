using CxGrains.Domain.Alerts;
using CxGrains.Domain.Customers;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Tickets;

namespace CxGrains.Domain.Identity;

/// <summary>
/// Two ids that turn out to be one customer. The one that goes takes back what it contributed and hands its whole state over, repeats it
/// would recognise included; the other one takes that in as if it had lived it itself. What populations count of days gone by, as who
/// entered a stage or opened an e-mail, stays where it was counted.
/// </summary>
internal static class Merging
{
    /// <summary>Ends a customer's own life: from here on its id stands for another one.</summary>
    public static void Leave(Customer customer, string target, Announcement announcement)
    {
        foreach (var answer in customer.Answers)
        {
            announcement.Withdraw(answer.Contribution);
        }

        TicketFold.Withdraw(customer, announcement);
        announcement.Effect = new MergeEffect(target, [customer.Id], StateEncoding.ToBytes(customer, CustomerEncoding.Encode));
        customer.StandFor(target);
    }

    /// <summary>Takes in another customer's state. Consent wants to be settled afterwards, and band, segments and tickets to be evaluated.</summary>
    public static void Join(Customer customer, Customer other, in FoldContext context, Announcement announcement)
    {
        // Where either is profiled both are for now: settling consent then lets all of it go where that is not wanted.
        customer.ProfiledFromMs = customer.IsEmpty ? other.ProfiledFromMs : Math.Min(customer.ProfiledFromMs, other.ProfiledFromMs);
        customer.Health = customer.IsEmpty ? other.Health : customer.Health;
        customer.Interactions += other.Interactions;
        customer.FirstSeenMs = Math.Min(customer.FirstSeenMs, other.FirstSeenMs);
        if (other.AccountStamp.Beats(customer.AccountStamp))
        {
            (customer.Account, customer.AccountStamp) = (other.Account, other.AccountStamp);
        }

        JoinActivity(customer, other);
        JoinCommerce(customer, other);
        customer.WritableTraits.Take(other.WritableTraits);
        foreach (var (channel, count) in other.Channels.All)
        {
            customer.Channels.Add(channel, count);
        }

        foreach (var entry in other.Timeline.Entries)
        {
            customer.Timeline.Add(entry, context.Sources);
        }

        JoinAnswers(customer, other, announcement);
        customer.RecentIds = customer.RecentIds.With(other.RecentIds, context.Position);
        if (other.Tickets is { } tickets)
        {
            TicketFold.Take(customer, tickets);
        }

        if (other.Alerts is { } alerts)
        {
            JoinAlerts(customer, alerts, context);
        }

        JourneyFold.Take(other.Stays, context, customer, announcement);
        if (customer.IsProfiled)
        {
            Learning.Begin(customer.LastActiveMs, context.Rules, customer);
        }
    }

    // Cooldowns go on; who handles an alert of the id that went is through with that one only.
    private static void JoinAlerts(Customer customer, AlertMemory alerts, in FoldContext context)
    {
        foreach (var raised in alerts.All)
        {
            if (AlertMemory.Find(customer.Alerts, raised.Rule) is null)
            {
                customer.Alerts = AlertMemory.With(
                    customer.Alerts, raised with { Handled = [], Stands = false }, context.Rules.Alerts.Triggers, context.NowMs);
            }
        }
    }

    private static void JoinActivity(Customer customer, Customer other)
    {
        var trend = customer.Trend.Merge(other.Trend);
        customer.Engagement = customer.Engagement.Merge(other.Engagement);
        customer.Restore(trend);
        var days = customer.Days;
        days.Add(other.Days);
        customer.RestoreActivity(days, Math.Max(customer.LastActiveMs, other.LastActiveMs));
    }

    private static void JoinCommerce(Customer customer, Customer other)
    {
        customer.Purchases = customer.Purchases.Plus(other.Purchases);
        customer.BuyingTimes = other.BuyingTimes is { } times ? (customer.BuyingTimes ?? BuyingTimes.None).With(times) : customer.BuyingTimes;
        customer.AdvocacyActs = other.AdvocacyActs is { } acts ? (customer.AdvocacyActs ?? AdvocacyActs.None).With(acts) : customer.AdvocacyActs;
        customer.Cancellation = new Cancellation(
            Math.Max(customer.Cancellation.RequestedMs, other.Cancellation.RequestedMs),
            Math.Max(customer.Cancellation.CancelledMs, other.Cancellation.CancelledMs));
    }

    private static void JoinAnswers(Customer customer, Customer other, Announcement announcement)
    {
        foreach (var answer in other.Answers)
        {
            var mine = answer with { Contribution = answer.Contribution with { Customer = customer.Id } };
            if (customer.WritableAnswers.Take(mine, out var withdrawn, isCounted: true))
            {
                announcement.Add(mine.Contribution);
                if (withdrawn is not null)
                {
                    announcement.Withdraw(withdrawn.Contribution);
                }
            }
        }
    }
}
