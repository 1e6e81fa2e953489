using CxGrains.Domain;
using CxGrains.Domain.Alerts;

namespace CxGrains.Embedded.Partitions;

/// <summary>One partition's alerts of a workspace, oldest first. Bounded: the oldest are let go.</summary>
internal sealed class AlertBook
{
    /// <summary>Alerts kept in one partition.</summary>
    public const int AlertsMax = 1_000;

    private const byte Version = 1;

    private readonly List<(Alert Alert, bool IsOpen)> _alerts = [];

    /// <summary>The alerts whose cause still stands, oldest first.</summary>
    public IEnumerable<Alert> Open => _alerts.Where(item => item.IsOpen).Select(item => item.Alert);

    /// <summary>How many stand.</summary>
    public int OpenCount { get; private set; }

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
    public bool Close(string customer)
    {
        if (OpenCount == 0)
        {
            return false;
        }

        var closed = 0;
        for (var i = 0; i < _alerts.Count; i++)
        {
            if (_alerts[i].IsOpen && _alerts[i].Alert.Customer == customer)
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
            writer.Write(alert.Id);
            writer.Write(alert.Rule);
            writer.Write(alert.Customer);
            writer.Write7BitEncodedInt64(alert.AtMs);
            writer.Write(alert.Reason);
            writer.Write(alert.Probability);
            writer.Write(isOpen);
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    public static AlertBook Decode(BinaryReader reader)
    {
        reader.ReadVersion("Alerts", Version);

        var book = new AlertBook();
        var count = reader.Read7BitEncodedInt();
        for (var i = 0; i < count; i++)
        {
            var alert = new Alert(reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadDouble());
            var isOpen = reader.ReadBoolean();
            book._alerts.Add((alert, isOpen));
            book.OpenCount += isOpen ? 1 : 0;
        }

        return book;
    }
}
