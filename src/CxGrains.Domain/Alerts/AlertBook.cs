using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Alerts;

/// <summary>One partition's alerts of a workspace, oldest first. Bounded: the oldest are let go.</summary>
public sealed class AlertBook
{
    /// <summary>Alerts kept in one partition.</summary>
    public const int AlertsMax = 1_000;

    private const byte Version = 2;

    private readonly List<(Alert Alert, bool IsOpen)> _alerts = [];

    /// <summary>The alerts whose cause still stands, oldest first.</summary>
    public IEnumerable<Alert> Open => _alerts.Where(item => item.IsOpen).Select(item => item.Alert);

    /// <summary>How many stand.</summary>
    public int OpenCount { get; private set; }

    /// <summary>The ids of those that stand and are an account's: other partitions may have them too.</summary>
    public IEnumerable<string> OpenShared => OpenCount == 0 ? [] : Open.Where(alert => alert.Grouping == AlertGrouping.Account).Select(alert => alert.Id);

    /// <summary>Takes what an announcement means for alerts; says whether anything changed.</summary>
    /// <param name="announcement">The announcement.</param>
    /// <param name="customer">Whom it is of.</param>
    public bool Take(Announcement announcement, string customer)
    {
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

        return changed;
    }

    /// <summary>Takes an alert once.</summary>
    public void Add(Alert alert)
    {
        if (_alerts.Exists(item => item.Alert.Id == alert.Id))
        {
            return;
        }

        if (_alerts.Count == AlertsMax)
        {
            OpenCount -= _alerts[0].IsOpen ? 1 : 0;
            _alerts.RemoveAt(0);
        }

        _alerts.Add((alert, true));
        OpenCount++;
    }

    /// <summary>Closes what stands open for a customer whose risk has gone; says whether anything did.</summary>
    public bool Close(string customer) => Close(customer, static _ => true);

    private bool Close(string customer, Func<Alert, bool> isMeant)
    {
        if (OpenCount == 0)
        {
            return false;
        }

        var closed = 0;
        for (var i = 0; i < _alerts.Count; i++)
        {
            if (_alerts[i].IsOpen && _alerts[i].Alert.Customer == customer && isMeant(_alerts[i].Alert))
            {
                _alerts[i] = (_alerts[i].Alert, false);
                closed++;
            }
        }

        OpenCount -= closed;
        return closed > 0;
    }

    /// <summary>Writes the alerts.</summary>
    public void Encode(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write7BitEncodedInt(_alerts.Count);
        foreach (var (alert, isOpen) in _alerts)
        {
            alert.Encode(writer);
            writer.Write(isOpen);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static AlertBook Decode(BinaryReader reader)
    {
        var version = reader.ReadVersion("Alerts", Version);

        var book = new AlertBook();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var alert = Alert.Decode(reader, isPlain: version < 2);
            var isOpen = reader.ReadBoolean();
            book._alerts.Add((alert, isOpen));
            book.OpenCount += isOpen ? 1 : 0;
        }

        return book;
    }
}
