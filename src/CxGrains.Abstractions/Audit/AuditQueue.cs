using System.Threading.Channels;
using CxGrains.Abstractions.Ingest;

namespace CxGrains.Abstractions.Audit;

/// <summary>
/// Brings entries to the database in groups: all that came while one group was written go in the next, so that many readers share
/// one sync to the disk. Safe for concurrent use.
/// </summary>
public sealed class AuditQueue : IAsyncDisposable
{
    private const int RetryAfterSeconds = 1;

    private readonly Channel<(WaitingAct Act, TaskCompletionSource Written)> _channel =
        Channel.CreateBounded<(WaitingAct, TaskCompletionSource)>(new BoundedChannelOptions(IAuditLog.WaitingMax) { SingleReader = true });

    private readonly Func<IReadOnlyList<WaitingAct>, Task> _write;
    private readonly Task _writing;
    private volatile bool _isEnded;

    /// <summary>A queue that writes until it is disposed of.</summary>
    /// <param name="write">Writes 1 to <see cref="IAuditLog.BatchMax"/> entries in one transaction; what it throws is told to all who wait for them.</param>
    public AuditQueue(Func<IReadOnlyList<WaitingAct>, Task> write)
    {
        _write = write;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Adds an entry; durable when the task completes.</summary>
    /// <exception cref="BusyException">As many wait as may.</exception>
    /// <exception cref="UnavailableException">The queue has ended.</exception>
    public async Task AppendAsync(WaitingAct act, CancellationToken cancellationToken)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_channel.Writer.TryWrite((act, written)))
        {
            throw _isEnded
                ? new UnavailableException("The audit log is closed", RetryAfterSeconds)
                : new BusyException($"The audit log has {IAuditLog.WaitingMax} entries waiting, which is its limit", RetryAfterSeconds);
        }

        await written.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes nothing more; what waits is tried once more in the background.</summary>
    public void End()
    {
        _isEnded = true;
        _channel.Writer.TryComplete();
    }

    /// <summary>Writes what waits, and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        End();
        await _writing;
    }

    private async Task WriteAsync()
    {
        var acts = new List<WaitingAct>();
        var waiting = new List<TaskCompletionSource>();
        while (await _channel.Reader.WaitToReadAsync())
        {
            while (acts.Count < IAuditLog.BatchMax && _channel.Reader.TryRead(out var next))
            {
                acts.Add(next.Act);
                waiting.Add(next.Written);
            }

            try
            {
                await _write(acts);
                waiting.ForEach(written => written.SetResult());
            }
#pragma warning disable CA1031 // Whatever fails, those who wait must hear of it, and the next group must be tried.
            catch (Exception error)
#pragma warning restore CA1031
            {
                waiting.ForEach(written => written.SetException(error));
            }

            acts.Clear();
            waiting.Clear();
        }
    }
}
