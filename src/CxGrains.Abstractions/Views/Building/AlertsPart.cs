using System.Globalization;
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
    /// <summary>The ids of those that other partitions may have too, because they are an account's.</summary>
    public IReadOnlyCollection<string> Shared { get; init; } = [];

    /// <summary>What became of alerts of churn risk.</summary>
    public AlertRecord Record { get; init; }

    /// <summary>Asks for alerts that somebody has still to see to or to be through with: those that are open, taken or snoozed.</summary>
    public const string Open = "open";

    /// <summary>The state of an alert that somebody is through with.</summary>
    public const string Resolved = "resolved";

    /// <summary>The state of an alert whose cause has gone before anybody saw to it.</summary>
    public const string Closed = "closed";

    /// <summary>The state of a high risk that was no news.</summary>
    public const string AlreadySo = "alreadySo";

    /// <summary>What may be asked for.</summary>
    public static IReadOnlyList<string> States { get; } = [Open, "taken", "snoozed", Resolved, Closed, AlreadySo];

    /// <summary>Alerts that were raised.</summary>
    /// <param name="alerts">The partition's alerts.</param>
    /// <param name="state">One of <see cref="States"/>.</param>
    /// <param name="find">Finds a customer's entry.</param>
    /// <param name="limit">Alerts at most.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    /// <param name="account">Only alerts of this account; null for all.</param>
    public static AlertsPart OfRaised(AlertBook alerts, string state, Func<string, CustomerEntry?> find, int limit, long nowMs, string? account = null)
    {
        var asked = alerts.All
            .Where(item => state == Open ? item.IsOpen : NameOf(item.StateAt(nowMs)) == state)
            .Where(item => account is null || AccountOf(item, find(item.Alert.Customer)) == account)
            .ToList();
        return new(asked.Count, [.. asked.AsEnumerable().Reverse().Take(limit).Select(item => ViewOf(item, find(item.Alert.Customer), nowMs))])
        {
            Shared = [.. asked.Where(item => item.Alert.Grouping == AlertGrouping.Account).Select(item => item.Alert.Id)],
            Record = alerts.Record,
        };
    }

    /// <summary>The customers whose high risk was no news.</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="customers">All customers.</param>
    /// <param name="limit">Alerts at most.</param>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public static AlertsPart OfAlreadySo(long total, IEnumerable<CustomerEntry> customers, int limit, long nowMs) =>
        new(total, [.. LatestOf(customers.Where(entry => entry.AlreadySo), limit).Select(entry => ViewOf(entry, nowMs))]);

    /// <summary>The page made of the partitions' parts, newest first.</summary>
    public static AlertPage PageOf(IReadOnlyList<AlertsPart> parts, int limit) => new(
        CountOnce(parts.Sum(part => part.Total), [.. parts.Select(part => part.Shared)]),
        [.. parts.SelectMany(part => part.Newest)
            .GroupBy(alert => alert.Id, StringComparer.Ordinal)
            .Select(same => same.MinBy(alert => (alert.At, alert.Customer))!)
            .OrderByDescending(alert => alert.At).ThenBy(alert => alert.Id, StringComparer.Ordinal).Take(limit)])
    {
        Record = ViewOf(parts.Aggregate(default(AlertRecord), (sum, part) => sum + part.Record)),
    };

    /// <summary>The view of an alert.</summary>
    public static AlertView ViewOf(AlertItem item, CustomerEntry? entry, long nowMs)
    {
        var (alert, state) = (item.Alert, item.StateAt(nowMs));
        return new()
        {
            Id = alert.Id,
            Rule = alert.Rule,
            RuleName = alert.RuleName,
            Severity = alert.Severity,
            Condition = alert.Condition,
            Owner = alert.Owner,
            Subject = alert.Subject ?? new AlertSubject(AlertSubjectKind.Customer, alert.Customer),
            Customer = alert.Subject is null ? alert.Customer : null,
            Name = alert.Subject is null ? entry?.Name : alert.Name,
            Account = AccountOf(item, entry),
            At = Instants.ToTime(alert.AtMs),
            State = NameOf(state),
            HandledBy = item.Acts.Count > 0 ? item.Acts[^1].Actor : null,
            SnoozedUntil = state == AlertState.Snoozed ? Instants.ToTime(item.Acts[^1].UntilMs) : null,
            Outcome = item.Outcome,
            HasRecovered = item.HasRecovered,
            Reason = alert.Reason,
            Seen = alert.Seen,
            Probability = alert.Probability,
            HeldUntil = alert.HeldUntilMs == 0 ? null : Instants.ToTime(alert.HeldUntilMs),
            History = [.. item.Acts.Select(act => new AlertActView(
                Instants.ToTime(act.AtMs), act.Actor, act.Action, act.UntilMs == 0 ? null : Instants.ToTime(act.UntilMs), act.Outcome, act.Note))],
        };
    }

    /// <summary>How many alerts there are in all, those of several partitions counted once.</summary>
    /// <param name="total">The sum of what the partitions have.</param>
    /// <param name="shared">Of each partition the ids that others may have too.</param>
    public static long CountOnce(long total, IReadOnlyCollection<IReadOnlyCollection<string>> shared) =>
        total - shared.Sum(ids => ids.Count) + shared.SelectMany(ids => ids).Distinct(StringComparer.Ordinal).Count();

    private static string? AccountOf(AlertItem item, CustomerEntry? entry) => entry?.Account ?? item.Alert.Account;

    private static IEnumerable<CustomerEntry> LatestOf(IEnumerable<CustomerEntry> entries, int limit) =>
        entries.OrderByDescending(entry => entry.BandSinceMs).ThenBy(entry => entry.Id, StringComparer.Ordinal).Take(limit);

    private static AlertRecordView ViewOf(AlertRecord record) => new(
        record.Saved, record.Lost, record.FalseAlarms, record.Count == 0 ? null : 100.0 * (record.Saved + record.Lost) / record.Count);

    private static string NameOf(AlertState state) => state.ToString().ToLowerInvariant();

    private static AlertView ViewOf(CustomerEntry entry, long nowMs) => new()
    {
        Id = Alert.IdOf(Alert.ChurnHigh, entry.Id, entry.BandSinceMs.ToString(CultureInfo.InvariantCulture)),
        Rule = Alert.ChurnHigh,
        RuleName = AlertRules.NameOfChurnHigh,
        Severity = AlertSeverity.Critical,
        Condition = AlertConditionType.RiskBand,
        Subject = new AlertSubject(AlertSubjectKind.Customer, entry.Id),
        Customer = entry.Id,
        Name = entry.Name,
        Account = entry.Account,
        At = Instants.ToTime(entry.BandSinceMs),
        State = AlreadySo,
        Reason = ChurnReasons.Of(entry.Rhythm, entry.Departure, nowMs),
        Probability = entry.Risk.Probability(nowMs),
    };
}
