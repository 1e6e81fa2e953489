using System.Threading.Channels;
using CxGrains.Abstractions.Ingest;

namespace CxGrains.Cluster.Storage;

/// <summary>The requests that wait for the log's writer, within bounds on their number, interactions and bytes.</summary>
internal sealed class LogQueue(PostgresLogOptions options)
{
    private const int RetryAfterSeconds = 1;

    private readonly Channel<LogRequest> _channel = Channel.CreateUnbounded<LogRequest>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _lock = new();
    private int _requests;
    private long _interactions;
    private long _bytes;

    /// <summary>Queues a request.</summary>
    /// <exception cref="BusyException">A bound would be passed.</exception>
    /// <exception cref="ObjectDisposedException">The queue has ended.</exception>
    public void Add(LogRequest request)
    {
        lock (_lock)
        {
            Check(_requests + 1, options.WaitingRequestsMax, "requests");
            Check(_interactions + request.Interactions, options.WaitingInteractionsMax, "interactions");
            Check(_bytes + request.Bytes, options.WaitingBytesMax, "bytes");

            ObjectDisposedException.ThrowIf(!_channel.Writer.TryWrite(request), typeof(IPartitionLog));
            Count(request, 1);
        }
    }

    /// <summary>Lets the writer take what waits, and then end.</summary>
    public void End() => _channel.Writer.TryComplete();

    /// <summary>Waits for a request and takes those that fit one transaction; false once the queue has ended.</summary>
    public async Task<bool> TakeAsync(List<LogRequest> group)
    {
        if (!await _channel.Reader.WaitToReadAsync())
        {
            return false;
        }

        var bytes = 0L;
        while (_channel.Reader.TryPeek(out var next) && (group.Count == 0 || bytes + next.Bytes <= options.TransactionBytesMax))
        {
            _channel.Reader.TryRead(out var request);
            group.Add(request!);
            bytes += request!.Bytes;
            lock (_lock)
            {
                Count(request, -1);
            }
        }

        return true;
    }

    private static void Check(long count, long max, string what)
    {
        if (count > max)
        {
            throw new BusyException($"The log would have more than {max} {what} waiting, which is its limit", RetryAfterSeconds);
        }
    }

    private void Count(LogRequest request, int sign)
    {
        _requests += sign;
        _interactions += sign * request.Interactions;
        _bytes += sign * request.Bytes;
    }
}
