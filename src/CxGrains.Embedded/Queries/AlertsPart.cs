using CxGrains.Abstractions.Views;
using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Scores;
using CxGrains.Embedded.Partitions;

namespace CxGrains.Embedded.Queries;

/// <summary>What one partition tells of a workspace's alerts.</summary>
/// <param name="Total">Alerts in the asked state.</param>
/// <param name="Newest">The newest of them.</param>
internal sealed record AlertsPart(long Total, IReadOnlyList<AlertView> Newest)
{
    /// <summary>The state of an alert whose cause stands.</summary>
    public const string Open = "open";

    /// <summary>The state of a high risk that was no news.</summary>
    public const string AlreadySo = "alreadySo";

    /// <summary>Copies from a partition, on its thread.</summary>
    public static AlertsPart Take(WorkspaceState workspace, string state, int limit, long nowMs) => state == AlreadySo
        ? new AlertsPart(workspace.AlreadySoCount, [.. LatestOf(workspace.Customers.Where(entry => entry.AlreadySo), limit).Select(entry => ViewOf(entry, nowMs))])
        : new AlertsPart(workspace.Alerts.OpenCount, [.. workspace.Alerts.Open.Reverse().Take(limit).Select(alert => ViewOf(alert, workspace))]);

    private static IEnumerable<CustomerEntry> LatestOf(IEnumerable<CustomerEntry> entries, int limit) =>
        entries.OrderByDescending(entry => entry.BandSinceMs).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(limit);

    private static AlertView ViewOf(Alert alert, WorkspaceState workspace)
    {
        var entry = workspace.Find(alert.Customer);
        return new AlertView
        {
            Id = alert.Id,
            Rule = alert.Rule,
            Customer = alert.Customer,
            Name = entry?.Name,
            Account = entry?.Account,
            At = Instants.ToTime(alert.AtMs),
            State = Open,
            Reason = alert.Reason,
            Probability = alert.Probability,
        };
    }

    private static AlertView ViewOf(CustomerEntry entry, long nowMs) => new()
    {
        Id = $"{Alert.ChurnHigh}:{entry.Id}:{entry.BandSinceMs}",
        Rule = Alert.ChurnHigh,
        Customer = entry.Id,
        Name = entry.Name,
        Account = entry.Account,
        At = Instants.ToTime(entry.BandSinceMs),
        State = AlreadySo,
        Reason = ChurnReasons.Silence(entry.Rhythm, nowMs),
        Probability = ChurnRisk.Probability(entry.Rhythm, nowMs),
    };
}
