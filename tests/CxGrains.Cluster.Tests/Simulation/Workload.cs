using System.Globalization;
using System.Text;
using CxGrains.Domain;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>What customers do in one schedule: a few dozen interactions of a few customers, some of whom turn out to be one, and now and then a segment.</summary>
internal sealed class Workload
{
    private const string Poisonous = "\"touchpoint\":\"poison\"";

    private static readonly string[] Rules =
    [
        """{"field":"interactions","op":"ge","value":3}""",
        """{"field":"lastSeenDays","op":"gt","value":2}""",
        """{"field":"churn.probability","op":"ge","value":0.5}""",
        """{"field":"nps.score","op":"ge","value":7}""",
        """{"field":"purchases.count","op":"ge","value":1}""",
    ];

    private readonly Random _random;
    private readonly string[] _workspaces;
    private readonly string[] _customers;
    private readonly List<(string Customer, string Line)> _sent = [];
    private readonly int[] _versions = new int[2];
    private readonly int _partitionsCount;
    private readonly bool _isSteady;
    private readonly bool _withAliases;
    private readonly bool _withErasures;
    private readonly bool _withPoison;
    private int _left;

    /// <summary>The workload of a seed.</summary>
    /// <param name="random">The schedule's dice.</param>
    /// <param name="partitionsCount">Partitions they live in.</param>
    /// <param name="withPoison">Whether some interactions cannot be folded.</param>
    public Workload(Random random, int partitionsCount, bool withPoison)
    {
        _random = random;
        _partitionsCount = partitionsCount;
        _withAliases = random.Next(3) > 0;
        _withErasures = random.Next(3) == 0;
        _withPoison = withPoison;

        // Risk, and with it alerts, is of customers who came regularly for a while.
        _isSteady = random.Next(4) == 0;
        _workspaces = random.Next(3) == 0 ? ["acme", "globex"] : ["acme"];
        _customers = [.. Enumerable.Range(0, random.Next(3, 7)).Select(i => $"c{i}")];
        _left = random.Next(5, 41);
    }

    /// <summary>Whether all has happened.</summary>
    public bool IsOver => _left <= 0;

    /// <summary>Whether a line is one whose fold is to throw.</summary>
    public static bool IsPoison(ReadOnlySpan<byte> utf8) => utf8.IndexOf(Encoding.UTF8.GetBytes(Poisonous)) >= 0;

    /// <summary>How long nothing happens before the next row.</summary>
    public TimeSpan NextGap() => _random.Next(10) switch
    {
        _ when _isSteady => TimeSpan.FromHours(_random.Next(20, 29)),
        < 5 => TimeSpan.FromMinutes(_random.Next(1, 60)),
        < 9 => TimeSpan.FromHours(_random.Next(1, 60)),
        _ => TimeSpan.FromDays(_random.Next(3, 40)),
    };

    /// <summary>The next rows that somebody appends: of a batch one for each partition concerned, of a definition one for all.</summary>
    public IReadOnlyList<(int Partition, LogRow Row)> Next(long nowMs)
    {
        if (_random.Next(12) == 0)
        {
            _left--;
            var segment = NextSegment(nowMs);
            return [.. Enumerable.Range(0, _partitionsCount).Select(partition => (partition, (LogRow)segment))];
        }

        var (workspace, isImport) = (_workspaces[_random.Next(_workspaces.Length)], _random.Next(10) == 0);
        var lines = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => NextLine(nowMs)).ToList();
        _left -= lines.Count;
        return
        [
            .. from line in lines
               group Encoding.UTF8.GetBytes(line.Line) by Partitioning.PartitionOf(workspace, line.Customer, _partitionsCount) into own
               select (own.Key, (LogRow)new InteractionsRow(nowMs, workspace, isImport, [.. own.Select(line => line.Length)], own.SelectMany(line => line).ToArray())),
        ];
    }

    private SegmentRow NextSegment(long nowMs)
    {
        var slot = _random.Next(_versions.Length);

        // A definition may be appended twice, where who appended it did not hear so.
        _versions[slot] += _versions[slot] == 0 || _random.Next(4) > 0 ? 1 : 0;
        var rule = Rules[(slot + (_versions[slot] / 2)) % Rules.Length];
        var definition = $$"""{"id":"s{{slot}}","name":"s{{slot}}","slot":{{slot}},"version":{{_versions[slot]}},"rule":{{rule}}}""";
        return new SegmentRow(nowMs, _workspaces[_random.Next(_workspaces.Length)], definition);
    }

    private (string Customer, string Line) NextLine(long nowMs)
    {
        if (_sent.Count > 0 && _random.Next(8) == 0)
        {
            return _sent[_random.Next(_sent.Count)];
        }

        var (customer, other) = (_customers[_random.Next(_customers.Length)], _customers[_random.Next(_customers.Length)]);
        var (type, more) = _random.Next(40) switch
        {
            _ when _withErasures && _random.Next(12) == 0 => ("erase", "\"channel\":\"web\""),
            < 4 when _withAliases && other != customer => ("alias", $"\"previousId\":\"{other}\""),
            < 14 => ("visit", $"\"channel\":\"{(_random.Next(2) == 0 ? "web" : "app")}\""),
            < 21 => ("purchase", $"\"value\":{_random.Next(1, 500)}.5,\"currency\":\"{(_random.Next(3) == 0 ? "USD" : "EUR")}\""),
            < 23 => ("refund", "\"value\":2,\"currency\":\"EUR\""),
            < 29 => ("survey_response", $"\"survey\":\"nps\",\"metric\":\"nps\",\"score\":{_random.Next(11)}{Revision()}"),
            < 33 => ("survey_response", $"\"survey\":\"csat\",\"metric\":\"csat\",\"score\":{_random.Next(1, 6)},\"channel\":\"web\"{Revision()}"),
            < 35 => ("survey_sent", "\"survey\":\"nps\""),
            < 37 => ("identify", $"\"traits\":{{\"name\":\"n{_random.Next(100)}\"}}"),
            < 38 => ("group", $"\"account\":\"a{_random.Next(3)}\""),
            < 39 when _withPoison => ("visit", Poisonous),
            39 when _withPoison => ("unreadable", "\""),
            _ => ("page", "\"channel\":\"web\""),
        };
        var id = _random.Next(12) == 0 ? "" : $"\"id\":\"i{_sent.Count}\",";
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{{{id}}"customer":"{{customer}}","type":"{{type}}","at":"{{At(nowMs):yyyy-MM-ddTHH:mm:ss.fffZ}}",{{more}}}""");

        // An alias is of the id that goes.
        var sent = (type == "alias" ? other : customer, line);
        _sent.Add(sent);
        return sent;
    }

    // Mostly a moment ago, at times days late.
    private DateTime At(long nowMs) =>
        DateTime.UnixEpoch.AddMilliseconds(nowMs - (!_isSteady && _random.Next(5) == 0 ? _random.Next(20 * 86_400_000) : _random.Next(60_000)));

    private string Revision() => _random.Next(6) == 0
        ? ""
        : $",\"response\":\"r{_random.Next(2)}\",\"revision\":{_random.Next(9)},\"comment\":\"w{_random.Next(9)}\"";
}
