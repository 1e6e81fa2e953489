using System.Threading.Channels;

namespace CxGrains.Client;

/// <summary>
/// Sends interactions in batches, one request at a time and in order. Each has an id before it is first sent, and keeps it over all attempts,
/// so that it has its effect once. The queue is bounded: whoever makes too many waits. Safe for concurrent use.
/// </summary>
public sealed class CxClient : IAsyncDisposable
{
    private readonly CxClientOptions _options;
    private readonly BatchPost _post;
    private readonly Channel<Entry> _queue;
    private readonly Task _sending;
    private CxClientException? _failure;

    /// <summary>A client that begins to send at once.</summary>
    /// <param name="http">What sends; it stays the caller's.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public CxClient(HttpClient http, CxClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.BatchMax, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueMax, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.AttemptsMax, 1);
        _options = options;
        _post = new BatchPost(http, options);
        _queue = Channel.CreateBounded<Entry>(new BoundedChannelOptions(options.QueueMax) { SingleReader = true });
        _sending = Task.Run(SendAllAsync);
    }

    /// <summary>Hands an interaction over; waits while the queue is full. It is sent soon, and is durable once a later flush is through.</summary>
    /// <exception cref="ChannelClosedException">The client is closed.</exception>
    public ValueTask SendAsync(Interaction interaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return _queue.Writer.WriteAsync(new Entry(Complete(interaction), null), cancellationToken);
    }

    /// <summary>Hands an interaction over; false, and not handed over, while the queue is full or the client is closed.</summary>
    public bool TrySend(Interaction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        return _queue.Writer.TryWrite(new Entry(Complete(interaction), null));
    }

    /// <summary>Completes when everything handed over before is durable, or was told as rejected or failed.</summary>
    /// <exception cref="CxClientException">A batch was given up since the last flush, and nobody hears of failures.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        var mark = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync(new Entry(null, mark), cancellationToken);
        await mark.Task.WaitAsync(cancellationToken);
        ThrowIfFailed();
    }

    /// <summary>Sends all that waits and takes no more.</summary>
    /// <exception cref="CxClientException">A batch was given up, and nobody hears of failures.</exception>
    public async ValueTask DisposeAsync()
    {
        if (_queue.Writer.TryComplete())
        {
            await _sending;
            ThrowIfFailed();
        }
    }

    private void ThrowIfFailed()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw failure;
        }
    }

    private Interaction Complete(Interaction interaction) => interaction with
    {
        Id = interaction.Id ?? Guid.CreateVersion7(_options.Time.GetUtcNow()).ToString(),
        At = interaction.At ?? _options.Time.GetUtcNow(),
    };

    private async Task SendAllAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            var (batch, mark) = await CollectAsync();
            if (batch.Count > 0)
            {
                await SendAsync(batch);
            }

            mark?.SetResult();
        }
    }

    // Until it is full, or nobody wants to wait, or the first has waited long enough.
    private async Task<(List<Interaction> Batch, TaskCompletionSource? Mark)> CollectAsync()
    {
        var batch = new List<Interaction>();
        using var patience = new CancellationTokenSource(_options.FlushEvery, _options.Time);
        try
        {
            do
            {
                while (batch.Count < _options.BatchMax && _queue.Reader.TryRead(out var entry))
                {
                    if (entry.Mark is not null)
                    {
                        return (batch, entry.Mark);
                    }

                    batch.Add(entry.Interaction!);
                }
            }
            while (batch.Count < _options.BatchMax && await _queue.Reader.WaitToReadAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            // It has waited long enough for others.
            return (batch, null);
        }

        return (batch, null);
    }

    private async Task SendAsync(List<Interaction> batch)
    {
        try
        {
            await _post.SendAsync(batch, CancellationToken.None);
        }
        catch (CxClientException failure)
        {
            if (_options.OnFailed is { } hears)
            {
                hears(batch, failure);
            }
            else
            {
                Interlocked.Exchange(ref _failure, failure);
            }
        }
    }

    private readonly record struct Entry(Interaction? Interaction, TaskCompletionSource? Mark);
}
