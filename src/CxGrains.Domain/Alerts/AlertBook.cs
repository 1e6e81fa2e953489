using CxGrains.Domain.Alerts.Movements;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Alerts;

/// <summary>One partition's alerts of a workspace, oldest first, and what became of them. Bounded: of further ones the oldest is let go, one that somebody is through with or that is closed before any other.</summary>
public sealed class AlertBook
{
    /// <summary>Alerts kept in one partition.</summary>
    public const int AlertsMax = 1_000;

    internal const byte Version = 3;

    private readonly List<AlertItem> _alerts = [];
    private readonly List<MovementWatch> _watches = [];

    /// <summary>All alerts, oldest first.</summary>
    public IReadOnlyList<AlertItem> All => _alerts;

    /// <summary>The alerts that somebody has still to see to or to be through with, oldest first.</summary>
    public IEnumerable<Alert> Open => _alerts.Where(item => item.IsOpen).Select(item => item.Alert);

    /// <summary>How many of these there are.</summary>
    public int OpenCount { get; private set; }

    /// <summary>The ids of those of them that are an account's: other partitions may have them too.</summary>
    public IEnumerable<string> OpenShared => OpenCount == 0 ? [] : Open.Where(alert => alert.Grouping == AlertGrouping.Account).Select(alert => alert.Id);

    /// <summary>What became of alerts of churn risk, also of those that were let go.</summary>
    public AlertRecord Record { get; private set; }

    /// <summary>What is remembered of rules on surveys, segments and goals, at most <see cref="AlertRules.RulesMax"/>; one partition of a workspace keeps them.</summary>
    public IReadOnlyList<MovementWatch> Watches => _watches;

    /// <summary>The rules of which somebody handles an alert that is about no customer: they raise no other meanwhile.</summary>
    /// <param name="nowMs">Now, Unix milliseconds UTC.</param>
    public IEnumerable<string> MutedAt(long nowMs) =>
        _alerts.Where(item => item.Alert.Subject is not null && item.IsQuietAt(nowMs)).Select(item => item.Alert.Rule).Distinct();

    /// <summary>The alert of an id; null where there is none any more.</summary>
    public AlertItem? Find(string id) => _alerts.Find(item => item.Alert.Id == id);

    /// <summary>Takes what an announcement means for alerts; says whether anything changed.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="customer">Whom it is of; empty for nobody.</param>
    public bool Take(Announcement announcement, string customer)
    {
        if (announcement.Erased is not null)
        {
            return Remove(customer);
        }

        var changed = announcement.HasRecovered && Close(customer, static alert => alert.Rule == Alert.ChurnHigh);
        foreach (var rule in announcement.Recovered)
        {
            changed |= Close(customer, alert => alert.Rule == rule);
        }

        foreach (var alert in announcement.Raised)
        {
            Add(alert);
            changed = true;
        }

        if (announcement.Watch is { } watch)
        {
            Remember(watch);
        }

        return (announcement.Handled is { } handled && Handle(handled)) || changed;
    }

    /// <summary>Takes an alert once.</summary>
    public void Add(Alert alert)
    {
        if (Find(alert.Id) is not null)
        {
            return;
        }

        if (_alerts.Count == AlertsMax)
        {
            // Whoever has one still to see to must find it, to say so.
            var index = Math.Max(0, _alerts.FindIndex(item => !item.IsOpen));
            OpenCount -= _alerts[index].IsOpen ? 1 : 0;
            _alerts.RemoveAt(index);
        }

        _alerts.Add(new AlertItem { Alert = alert });
        OpenCount++;
    }

    /// <summary>Closes what nobody handles of a customer; says whether there was any.</summary>
    public bool Close(string customer) => Close(customer, static _ => true);

    /// <summary>Writes the alerts.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write7BitEncodedInt(_alerts.Count);
        _alerts.ForEach(item => item.Encode(writer));
        writer.Write7BitEncodedInt64(Record.Saved);
        writer.Write7BitEncodedInt64(Record.Lost);
        writer.Write7BitEncodedInt64(Record.FalseAlarms);
        writer.Write7BitEncodedInt(_watches.Count);
        _watches.ForEach(watch => watch.Encode(writer));
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static AlertBook Decode(BinaryReader reader)
    {
        var version = reader.ReadVersion("Alerts", Version);
        var book = new AlertBook();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            var item = AlertItem.Decode(reader, version);
            book._alerts.Add(item);
            book.OpenCount += item.IsOpen ? 1 : 0;
        }

        if (version >= 2)
        {
            book.Record = new AlertRecord(reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        }

        for (var left = version >= 3 ? reader.Read7BitEncodedInt() : 0; left > 0; left--)
        {
            book._watches.Add(MovementWatch.Decode(reader));
        }

        return book;
    }

    private bool Remove(string customer)
    {
        var count = _alerts.RemoveAll(item => item.Alert.Customer == customer);
        OpenCount = _alerts.Count(item => item.IsOpen);
        return count > 0;
    }

    // Rules that are no longer in force are forgotten by records of their own; the bound holds whatever comes.
    private void Remember(WatchChange change)
    {
        _watches.RemoveAll(known => known.Rule == change.Rule);
        if (change.Watch is { } watch)
        {
            if (_watches.Count == AlertRules.RulesMax)
            {
                _watches.RemoveAt(0);
            }

            _watches.Add(watch);
        }
    }

    private bool Handle(HandledAlert handled)
    {
        var index = _alerts.FindIndex(item => item.Alert.Id == handled.Id);
        if (index < 0)
        {
            return false;
        }

        var before = _alerts[index];
        var after = before.After(handled.Act);
        if (ReferenceEquals(before, after))
        {
            return false;
        }

        Put(index, after);
        if (handled.IsCounted && after.Alert.Condition == AlertConditionType.RiskBand)
        {
            Record = Record.With(before.Outcome, -1).With(after.Outcome, 1);
        }

        return true;
    }

    private bool Close(string customer, Func<Alert, bool> isMeant)
    {
        var changed = false;
        for (var i = 0; OpenCount > 0 && i < _alerts.Count; i++)
        {
            var item = _alerts[i];
            if (item is { IsOpen: true, HasRecovered: false } && item.Alert.Customer == customer && isMeant(item.Alert))
            {
                Put(i, item.Recovered());
                changed = true;
            }
        }

        return changed;
    }

    private void Put(int index, AlertItem item)
    {
        OpenCount += (item.IsOpen ? 1 : 0) - (_alerts[index].IsOpen ? 1 : 0);
        _alerts[index] = item;
    }
}
