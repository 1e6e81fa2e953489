using CxGrains.Domain;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>An account as readers see it.</summary>
public static class AccountViews
{
    /// <summary>How accounts are looked at.</summary>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    /// <param name="isNow">Whether that is now; otherwise bands are those of the probability alone.</param>
    public static AccountLook LookAt(long atMs, bool isNow) => new(atMs, isNow, PopulationViews.LatestWindow(atMs).FromDay);

    /// <summary>The row of a list.</summary>
    public static AccountRow RowOf(AccountSums sums, long atMs) => new()
    {
        Id = sums.Id,
        Name = sums.Id,
        Customers = sums.Customers,
        Active = sums.Active,
        Interactions = sums.Interactions,
        Engagement = EngagementOf(sums),
        Purchases = PopulationViews.Of(sums.Purchases),
        Worst = WorstOf(sums),
        AtRisk = sums.AtRisk,
        Nps = NpsOf(sums),
        LastSeen = Instants.ToTime(sums.LastSeenMs),
        Renewal = RenewalOf(sums, Instants.DayOf(atMs)),
    };

    /// <summary>The whole account.</summary>
    public static AccountView Of(AccountSums sums, CustomerPage members, AccountAlerts alerts, long atMs)
    {
        var row = RowOf(sums, atMs);
        return new()
        {
            Id = row.Id,
            Name = row.Name,
            Customers = row.Customers,
            Active = row.Active,
            Interactions = row.Interactions,
            Engagement = row.Engagement,
            Purchases = row.Purchases,
            Worst = row.Worst,
            AtRisk = row.AtRisk,
            Nps = row.Nps,
            LastSeen = row.LastSeen,
            Renewal = row.Renewal,
            AsOf = Instants.ToTime(atMs),
            Members = members,
            OpenAlerts = alerts,
        };
    }

    private static EngagementView EngagementOf(AccountSums sums) => sums.Engagement is { } mean
        ? new EngagementView { Status = ScoreStatus.Ok, Score = mean }
        : new EngagementView { Status = ScoreStatus.NotEnoughData };

    private static NpsView NpsOf(AccountSums sums) =>
        ScoreViews.Of(sums.Promoters + sums.Passives + sums.Detractors == 0 ? null : new NpsScore(sums.Promoters, sums.Passives, sums.Detractors));

    private static WorstRiskView WorstOf(AccountSums sums) => sums.Worst is { } worst
        ? new WorstRiskView { Status = ScoreStatus.Ok, Band = worst.Band, Probability = worst.Probability, Customer = worst.Customer, CustomerName = worst.Name }
        : new WorstRiskView { Status = ScoreStatus.NotEnoughData, Band = RiskBand.NotEnoughData };

    private static RenewalView? RenewalOf(AccountSums sums, int today)
    {
        if (sums.NextRenewalDay > 0)
        {
            return new RenewalView(RenewalDate.OfDay(sums.NextRenewalDay), sums.NextRenewalDay - today, IsPast: false, IsRenewed: false);
        }

        var day = Math.Max(sums.PastRenewalDay, sums.RenewedDay);
        return day == 0 ? null : new RenewalView(RenewalDate.OfDay(day), day - today, IsPast: true, IsRenewed: sums.RenewedDay == day);
    }
}
