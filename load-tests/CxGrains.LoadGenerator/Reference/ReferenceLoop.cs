using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using CxGrains.LoadGenerator.Reporting;

namespace CxGrains.LoadGenerator.Reference;

/// <summary>
/// What all ratios refer to: one thread that parses the same NDJSON and folds it into a dictionary. No checks, no log, no scores,
/// nothing survives it.
/// </summary>
internal sealed class ReferenceLoop
{
    private readonly Dictionary<string, CustomerTotals> _customers = new(StringComparer.Ordinal);
    private long _events;

    // Keeps the compiler from dropping reads whose outcome nobody uses.
    private long _idChars;
    private long _purchases;

    /// <summary>Customers met.</summary>
    public int Customers => _customers.Count;

    /// <summary>Measures the loop over bodies held in memory, once to warm up and then some times more.</summary>
    public static ReferenceFigures Measure(IReadOnlyList<byte[]> bodies, int repeats, CancellationToken cancellationToken)
    {
        var events = new ReferenceLoop().Run(bodies, cancellationToken);
        var rates = new double[repeats];
        var cpuBefore = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < repeats; i++)
        {
            var started = Stopwatch.GetTimestamp();
            new ReferenceLoop().Run(bodies, cancellationToken);
            rates[i] = events / Stopwatch.GetElapsedTime(started).TotalSeconds;
        }

        var cpu = (Environment.CpuUsage.TotalTime - cpuBefore).TotalMicroseconds / (repeats * (double)events);
        return new ReferenceFigures(events, bodies.Sum(body => (long)body.Length), repeats, Percentile.Median(rates), cpu);
    }

    /// <summary>Folds bodies; says how many interactions they held.</summary>
    public long Run(IReadOnlyList<byte[]> bodies, CancellationToken cancellationToken)
    {
        foreach (var body in bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FoldBody(body);
        }

        return _events;
    }

    private void FoldBody(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            var length = body.IndexOf((byte)'\n');
            FoldLine(body[..length]);
            body = body[(length + 1)..];
        }
    }

    private void FoldLine(ReadOnlySpan<byte> line)
    {
        string? customer = null;
        DateTimeOffset at = default;
        var value = 0.0;
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("customer"u8))
            {
                reader.Read();
                customer = reader.GetString();
            }
            else if (reader.ValueTextEquals("at"u8))
            {
                reader.Read();
                at = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                reader.Read();
                value = reader.GetDouble();
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                _purchases += reader.ValueTextEquals("purchase"u8) ? 1 : 0;
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                _idChars += reader.ValueSpan.Length;
            }
            else
            {
                reader.Skip();
            }
        }

        ref var totals = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, customer!, out _);
        totals.Count++;
        totals.Sum += value;
        totals.LastSeen = at > totals.LastSeen ? at : totals.LastSeen;
        _events++;
    }
}
