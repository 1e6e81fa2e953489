using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CxGrains.Domain.Scores;
using CxGrains.LoadGenerator.Events;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Live;

/// <summary>
/// Measures the delay from the instant at which something falls due, with no event at all, until a dashboard shows it: tickets that pass
/// their target, and customers whose silence makes them high risk. The instants are known beforehand, and all of them lie ahead once
/// the last interaction was sent.
/// </summary>
/// <param name="host">The Host.</param>
/// <param name="subjects">How many tickets, and how many customers.</param>
/// <param name="seed">Seed of when they fall due.</param>
internal sealed class DueRun(HostProcess host, int subjects, int seed)
{
    private const string Insights = "insights";
    private const string Workspace = "workspace";
    private const int ActiveDays = 20;
    private const int TargetMinutes = 1;
    private const int FirstDueMs = 8_000;
    private const int DueWithinMs = 30_000;
    private static readonly Uri Settings = new("/api/v1/settings", UriKind.Relative);
    private static readonly TimeSpan ArrivesWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    private readonly PendingMarkers _breaches = new();
    private readonly PendingMarkers _rises = new();
    private readonly long _startMs = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly long _startedAt = Stopwatch.GetTimestamp();

    /// <summary>Measures.</summary>
    /// <exception cref="LoadException">Something that fell due was not shown.</exception>
    public async Task<DueFigures> MeasureAsync(CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var lines = new StringBuilder();
        var count = AddTickets(lines, Instants(random)) + AddSilent(lines, Instants(random));

        using var client = new IngestClient(host, connections: 1);
        await client.PutAsync(Settings, $$"""{"sla":[{"firstReplyMinutes":{{TargetMinutes}}}]}""", cancellationToken);
        await client.SendAsync(Encoding.UTF8.GetBytes(lines.ToString()), count, untilApplied: true, cancellationToken);
        await using var live = await LiveClient.ConnectAsync(host, [Workspace, Insights], Receive, cancellationToken);
        var patience = TimeSpan.FromMilliseconds(FirstDueMs + DueWithinMs) + ArrivesWithin;
        while (_breaches.Pending + _rises.Pending > 0)
        {
            await live.CheckAsync();
            if (Stopwatch.GetElapsedTime(_startedAt) > patience)
            {
                throw new LoadException($"{_breaches.Pending} breaches and {_rises.Pending} customers at risk of {subjects} each were not shown.");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }

        return new DueFigures(DelayFigures.Of(_breaches.DelaysMs), DelayFigures.Of(_rises.DelaysMs));
    }

    private long[] Instants(Random random) =>
        [.. Enumerable.Range(0, subjects).Select(_ => _startMs + FirstDueMs + random.Next(DueWithinMs)).Order()];

    private int AddTickets(StringBuilder lines, long[] dueMs)
    {
        for (var i = 0; i < dueMs.Length; i++)
        {
            _breaches.Add(i + 1, TimestampOf(dueMs[i]));
            Add(lines, $"waits-{i}", "ticket_opened", dueMs[i] - (TargetMinutes * (long)TimeSpan.MillisecondsPerMinute));
        }

        return dueMs.Length;
    }

    private int AddSilent(StringBuilder lines, long[] dueMs)
    {
        // How long the silence is that makes high risk does not depend on when it began.
        var lastMs = _startMs;
        var silenceMs = ChurnRisk.ReachesMs(new Rhythm(ActiveDays, ActiveDays - 1, lastMs), ChurnRisk.HighMin) - lastMs;
        for (var i = 0; i < dueMs.Length; i++)
        {
            _rises.Add(i + 1, TimestampOf(dueMs[i]));
            for (var day = 0; day < ActiveDays; day++)
            {
                Add(lines, $"silent-{i}", "visit", dueMs[i] - silenceMs - (day * (long)TimeSpan.MillisecondsPerDay));
            }
        }

        return dueMs.Length * ActiveDays;
    }

    private static void Add(StringBuilder lines, string customer, string type, long atMs) =>
        lines.Append($$"""{"customer":"{{customer}}","type":"{{type}}","at":"{{LineLayout.Time(DateTimeOffset.FromUnixTimeMilliseconds(atMs))}}"}""").Append('\n');

    private long TimestampOf(long atMs) => _startedAt + ((atMs - _startMs) * Stopwatch.Frequency / 1_000);

    private void Receive(TopicMessage message)
    {
        var (markers, count) = message.Topic == Workspace
            ? (_rises, Find(message.Changes, "atRisk"))
            : (_breaches, Find(message.Changes, "tickets", "open", "overdue"));
        if (count is { } reached)
        {
            markers.Reach(reached, message.ArrivedAt);
        }
    }

    private static long? Find(JsonElement view, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (view.ValueKind != JsonValueKind.Object || !view.TryGetProperty(name, out view))
            {
                return null;
            }
        }

        return view.GetInt64();
    }
}
