using CxGrains.LoadGenerator.Events;

namespace CxGrains.LoadGenerator.Sending;

/// <summary>Sends bodies at an even rate over some connections, each of them as new interactions that happen as they are sent.</summary>
internal sealed class PacedSenders(BodySource source, IngestClient client, int connections, double eventsPerSecond, int firstTag)
{
    private readonly Pace _pace = new(TimeSpan.FromSeconds(source.Plan.BodyEvents / eventsPerSecond));
    private long _nextBody = -1;
    private long _begun;
    private long _accepted;
    private long _latestMs;

    /// <summary>Interactions whose request has begun.</summary>
    public long Begun => Interlocked.Read(ref _begun);

    /// <summary>Interactions accepted.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>The most by which a body was sent late, in milliseconds: far above 0 the rate was not reached.</summary>
    public long LatestMs => Interlocked.Read(ref _latestMs);

    /// <summary>Sends for a time; says how many interactions a second were accepted.</summary>
    public async Task<double> SendAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => SendShareAsync(duration, cancellationToken)));
        return Accepted / _pace.Elapsed.TotalSeconds;
    }

    private async Task SendShareAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

        // A copy, since a body that is refused must stay as it is while another connection sends it as other interactions.
        var buffer = new byte[source.Prepared.Max(body => body.Length)];
        while (_pace.Elapsed < duration)
        {
            var next = Interlocked.Increment(ref _nextBody);
            NoteLateness(await _pace.WaitForAsync(next, cancellationToken));
            var (cycle, number) = Math.DivRem(next, source.Prepared.Count);
            var body = buffer.AsMemory(0, source.Prepared[(int)number].Length);
            source.Prepared[(int)number].CopyTo(body);
            LineLayout.Stamp(body.Span, firstTag + (int)cycle, TimeProvider.System.GetUtcNow());

            var events = source.Plan.EventsIn((int)number);
            Interlocked.Add(ref _begun, events);
            await client.SendAsync(body, events, untilApplied: false, cancellationToken);
            Interlocked.Add(ref _accepted, events);
        }
    }

    private void NoteLateness(TimeSpan lateness)
    {
        var lateMs = (long)lateness.TotalMilliseconds;
        long latest;
        while (lateMs > (latest = Interlocked.Read(ref _latestMs)) && Interlocked.CompareExchange(ref _latestMs, lateMs, latest) != latest)
        {
            // Another connection was noted meanwhile; look again.
        }
    }
}
