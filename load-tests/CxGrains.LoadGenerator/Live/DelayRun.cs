using System.Diagnostics;
using System.Text;
using CxGrains.LoadGenerator.Events;
using CxGrains.LoadGenerator.Hosting;
using CxGrains.LoadGenerator.Sending;

namespace CxGrains.LoadGenerator.Live;

/// <summary>
/// Measures the delay from sending to dashboard under an even load. Every now and then a marker is sent, an interaction of a
/// customer of its own whose topic is watched; it has arrived when the customer's count on the dashboard includes it.
/// </summary>
internal sealed class DelayRun(BodySource source, HostProcess host, LoadOptions options)
{
    private const string ProbeCustomer = "probe";
    private const string ProbeTopic = $"customer/{ProbeCustomer}";
    private const string WorkspaceTopic = "workspace";
    private const int MarkerConnections = 16;
    private const int MarkerEveryMsMin = 100;
    private const int MarkerEveryMsMax = 200;
    private static readonly TimeSpan ArrivesWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(10);

    private readonly PendingMarkers _probe = new();
    private readonly PendingMarkers _workspace = new();
    private readonly TaskCompletionSource _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _markers;

    /// <summary>Measures.</summary>
    /// <param name="eventsPerSecond">The load.</param>
    /// <param name="firstTag">The first of the tags that ids may have from here on.</param>
    /// <param name="countBefore">Interactions that the workspace counts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DelayRunFigures> MeasureAsync(double eventsPerSecond, int firstTag, long countBefore, CancellationToken cancellationToken)
    {
        using var sending = new IngestClient(host, options.Connections);
        using var marking = new IngestClient(host, MarkerConnections);
        await using var live = await LiveClient.ConnectAsync(host, [WorkspaceTopic, ProbeTopic], Receive, cancellationToken);
        await _subscribed.Task.WaitAsync(ArrivesWithin, cancellationToken);

        var duration = TimeSpan.FromSeconds(options.DelaySeconds);
        var senders = new PacedSenders(source, sending, options.Connections, eventsPerSecond, firstTag);
        var sent = senders.SendAsync(duration, cancellationToken);
        await MarkAsync(marking, senders, countBefore, duration, cancellationToken);
        var reachedPerSecond = await sent;
        await WaitForMarkersAsync(live, cancellationToken);
        await sending.WaitForCountAsync(countBefore + senders.Accepted + _markers, ArrivesWithin, cancellationToken);
        return new DelayRunFigures(
            eventsPerSecond,
            reachedPerSecond,
            senders.LatestMs,
            sending.Refusals + marking.Refusals,
            DelayFigures.Of(_probe.DelaysMs),
            DelayFigures.Of(_workspace.DelaysMs),
            countBefore + senders.Accepted + _markers);
    }

    private async Task MarkAsync(IngestClient client, PacedSenders senders, long countBefore, TimeSpan duration, CancellationToken cancellationToken)
    {
        // Random distances, so that markers never fall into step with what the Host does at even ones.
        var random = new Random(options.Seed);
        var started = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            // Not awaited before the next one: a Host that answers late must not be asked less often for it.
            sent.Add(SendMarkerAsync(client, senders, countBefore, cancellationToken));
            await Task.Delay(random.Next(MarkerEveryMsMin, MarkerEveryMsMax), cancellationToken);
        }

        await Task.WhenAll(sent);
    }

    private Task SendMarkerAsync(IngestClient client, PacedSenders senders, long countBefore, CancellationToken cancellationToken)
    {
        var number = ++_markers;
        var body = Encoding.UTF8.GetBytes(
            $$"""{"id":"marker-{{number}}","customer":"{{ProbeCustomer}}","type":"feature_used","at":"{{LineLayout.Time(TimeProvider.System.GetUtcNow())}}"}""");
        var sentAt = Stopwatch.GetTimestamp();
        _probe.Add(number, sentAt);
        _workspace.Add(countBefore + senders.Begun + number, sentAt);
        return client.SendAsync(body, 1, untilApplied: false, cancellationToken);
    }

    private async Task WaitForMarkersAsync(LiveClient live, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (_probe.Pending + _workspace.Pending > 0)
        {
            await live.CheckAsync();
            if (Stopwatch.GetElapsedTime(started) > ArrivesWithin)
            {
                throw new LoadException($"{_probe.Pending} of {_markers} markers have not reached the customer's topic after {ArrivesWithin.TotalSeconds} s, {_workspace.Pending} not the workspace's.");
            }

            await Task.Delay(PollEvery, cancellationToken);
        }
    }

    private void Receive(TopicMessage message)
    {
        var markers = message.Topic == ProbeTopic ? _probe : _workspace;
        if (message.Interactions is { } count)
        {
            markers.Reach(count, message.ArrivedAt);
        }

        // The probe is subscribed to last; a customer that is not there yet has a snapshot too.
        if (message.Topic == ProbeTopic)
        {
            _subscribed.TrySetResult();
        }
    }
}
