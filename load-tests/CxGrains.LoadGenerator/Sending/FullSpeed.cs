using System.Diagnostics;
using CxGrains.LoadGenerator.Events;
using CxGrains.LoadGenerator.Hosting;

namespace CxGrains.LoadGenerator.Sending;

/// <summary>
/// Sends all bodies as fast as the Host takes them: each connection sends its own share, one request after the other. The last one
/// of each waits until it is applied, so that everything sent before is applied too when all have come back.
/// </summary>
internal sealed class FullSpeed(BodySource source, HostProcess host, int connections)
{
    // Beyond what the Host waits for by itself, so that a run behind schedule is measured and not given up.
    private static readonly TimeSpan AppliedWithin = TimeSpan.FromSeconds(120);

    /// <summary>Sends, and checks that the workspace then counts what was counted before and all that was sent.</summary>
    /// <param name="bodies">How many bodies, from the first.</param>
    /// <param name="tag">The ids' tag; with a new one the bodies are new interactions.</param>
    /// <param name="countBefore">Interactions that the workspace counted before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SendFigures> SendAsync(int bodies, int tag, long countBefore, CancellationToken cancellationToken)
    {
        using var client = new IngestClient(host, connections);
        var events = source.Plan.EventsInFirst(bodies);
        var hostCpu = host.CpuTime;
        var written = host.WrittenBytes;
        var ownCpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await SendSharesAsync(client, bodies, tag, untilApplied: true, cancellationToken);
        await client.WaitForCountAsync(countBefore + events, AppliedWithin, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new SendFigures(
            events,
            seconds,
            client.Refusals,
            client.RefusedFor.TotalSeconds,
            (host.CpuTime - hostCpu).TotalMicroseconds / events,
            (Environment.CpuUsage.TotalTime - ownCpu).TotalMicroseconds / events,
            (host.WrittenBytes - written) / (double)events);
    }

    /// <summary>Sends, and returns as soon as all is accepted, applied or not.</summary>
    public async Task SendUntilAcceptedAsync(int bodies, int tag, CancellationToken cancellationToken)
    {
        using var client = new IngestClient(host, connections);
        await SendSharesAsync(client, bodies, tag, untilApplied: false, cancellationToken);
    }

    private Task SendSharesAsync(IngestClient client, int bodies, int tag, bool untilApplied, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(first => SendShareAsync(client, first, bodies, tag, untilApplied, cancellationToken)));

    private async Task SendShareAsync(IngestClient client, int first, int bodies, int tag, bool untilApplied, CancellationToken cancellationToken)
    {
        // Off the caller, so that all connections begin at once.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        for (var number = first; number < bodies; number += connections)
        {
            var body = source.Take(number);
            LineLayout.Stamp(body, tag);
            var isLast = number + connections >= bodies;
            await client.SendAsync(body, source.Plan.EventsIn(number), untilApplied && isLast, cancellationToken);
        }
    }
}
