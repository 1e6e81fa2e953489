using System.Buffers;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation.World;

/// <summary>The log of one partition, in memory.</summary>
/// <param name="appended">Told of each row.</param>
internal sealed class SimulatedLog(Action<long, LogRow> appended)
{
    private readonly List<LogEntry> _rows = [];

    /// <summary>The last row.</summary>
    public long LastRow => _rows.Count;

    /// <summary>Rows up to here are deleted.</summary>
    public long CutRow { get; private set; }

    /// <summary>Appends a row; gives its number.</summary>
    public long Append(LogRow row)
    {
        var rented = row.Encode(out var length);
        var body = rented.AsSpan(0, length).ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        _rows.Add(new LogEntry(_rows.Count + 1, body));
        appended(_rows.Count, LogRow.Decode(body));
        return _rows.Count;
    }

    /// <summary>Some rows behind one.</summary>
    public IReadOnlyList<LogEntry> Read(long afterRow, int rowsMax) => [.. _rows.Skip((int)Math.Max(afterRow, CutRow)).Take(rowsMax)];

    /// <summary>Deletes rows.</summary>
    public void Cut(long uptoRow) => CutRow = Math.Max(CutRow, uptoRow);
}
