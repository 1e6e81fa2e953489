using CxGrains.Abstractions.Queries;
using CxGrains.Domain.Accounts;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Index;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What one partition tells of one account.</summary>
/// <param name="Sums">What its customers there come to; null where there are none.</param>
/// <param name="Members">The first of them, the most likely to leave first.</param>
/// <param name="Alerts">Their alerts that somebody has still to see to or to be through with.</param>
public sealed record AccountPart(AccountSums? Sums, CustomerMatches Members, AlertsPart Alerts)
{
    private const int AlertsMax = 50;

    /// <summary>What is asked of its customers.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="asOf">The instant scores are evaluated at; null for now.</param>
    public static CustomerQuery MembersOf(string account, DateTimeOffset? asOf) => new() { Account = account, AsOf = asOf };

    /// <summary>Of a partition's entries.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="customers">The workspace's customers in the partition.</param>
    /// <param name="members">The search for <see cref="MembersOf"/>.</param>
    /// <param name="alerts">The partition's alerts.</param>
    /// <param name="find">Finds a customer's entry.</param>
    /// <param name="look">How the account is looked at.</param>
    public static AccountPart Of(
        string account, IReadOnlyList<CustomerEntry> customers, CustomerSearch members, AlertBook alerts, Func<string, CustomerEntry?> find, AccountLook look) => new(
        AccountSlice.OfOne(customers, account, look),
        members.Run(customers),
        AlertsPart.OfRaised(alerts, AlertsPart.Open, find, AlertsMax, look.AtMs, account));

    /// <summary>The account made of the partitions' parts; null where it has no customers.</summary>
    /// <param name="account">The account's id.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="members">The search for <see cref="MembersOf"/>.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static AccountView? ViewOf(string account, IReadOnlyList<AccountPart> parts, CustomerSearch members, long atMs)
    {
        var sums = new AccountSums(account);
        foreach (var part in parts)
        {
            if (part.Sums is { } some)
            {
                sums.Add(some);
            }
        }

        if (sums.Customers == 0)
        {
            return null;
        }

        var alerts = AlertsPart.PageOf([.. parts.Select(part => part.Alerts)], AlertsMax);
        return AccountViews.Of(sums, members.PageOf([.. parts.Select(part => part.Members)]), new AccountAlerts(alerts.Total, alerts.Alerts), atMs);
    }
}
