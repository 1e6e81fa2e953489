using CxGrains.Domain;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Index;
using CxGrains.Domain.Scores;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What one partition tells of a workspace's alerts.</summary>
/// <param name="Total">Alerts in the asked state.</param>
/// <param name="Newest">The newest of them.</param>
public sealed record AlertsPart(long Total, IReadOnlyList<AlertView> Newest)
{
    /// <summary>The state of an alert whose cause stands.</summary>
    public const string Open = "open";

    /// <summary>The state of a high risk that was no news.</summary>
    public const string AlreadySo = "alreadySo";

    /// <summary>The alerts whose cause stands.</summary>
    /// <param name="alerts">The partition's alerts.</param>
    /// <param name="find">Finds a customer's entry.</param>
    /// <param name="limit">Alerts at most.</param>
    public static AlertsPart OfOpen(AlertBook alerts, Func<string, CustomerEntry?> find, int limit) =>
        new(alerts.OpenCount, [.. alerts.Open.Reverse().Take(limit).Select(alert => ViewOf(alert, find(alert.Customer)))]);

    /// <summary>The customers whose high risk was no news.</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="customers">All customers.</param>
    /// <param name="limit">Alerts at most.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static AlertsPart OfAlreadySo(long total, IEnumerable<CustomerEntry> customers, int limit, long nowMs) =>
        new(total, [.. LatestOf(customers.Where(entry => entry.AlreadySo), limit).Select(entry => ViewOf(entry, nowMs))]);

    /// <summary>The page made of the partitions' parts, newest first.</summary>
    public static AlertPage PageOf(IReadOnlyList<AlertsPart> parts, int limit) => new(
        parts.Sum(part => part.Total),
        [.. parts.SelectMany(part => part.Newest).OrderByDescending(alert => alert.At).ThenBy(alert => alert.Id, StringComparer.Ordinal).Take(limit)]);

    private static IEnumerable<CustomerEntry> LatestOf(IEnumerable<CustomerEntry> entries, int limit) =>
        entries.OrderByDescending(entry => entry.BandSinceMs).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(limit);

    private static AlertView ViewOf(Alert alert, CustomerEntry? entry) => new()
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

    private static AlertView ViewOf(CustomerEntry entry, long nowMs) => new()
    {
        Id = $"{Alert.ChurnHigh}:{entry.Id}:{entry.BandSinceMs}",
        Rule = Alert.ChurnHigh,
        Customer = entry.Id,
        Name = entry.Name,
        Account = entry.Account,
        At = Instants.ToTime(entry.BandSinceMs),
        State = AlreadySo,
        Reason = ChurnReasons.Of(entry.Rhythm, entry.Departure, nowMs),
        Probability = entry.Risk.Probability(nowMs),
    };
}
