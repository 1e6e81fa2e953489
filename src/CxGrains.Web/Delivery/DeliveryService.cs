using CxGrains.Abstractions.Delivery;
using CxGrains.Domain;
using CxGrains.Web.Live;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Delivery;

/// <summary>
/// Sends what waits in the outbox: to each destination one message at a time, to all of them side by side, so that none waits for
/// another.
/// </summary>
internal sealed partial class DeliveryService(IOutbox outbox, Courier courier, IOptions<DeliveryOptions> options, TimeProvider time, ILogger<DeliveryService> logger)
    : BackgroundService
{
    // Of messages that another node put in nobody tells this one.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Signal _signal = new();
    private readonly HashSet<Task> _running = [];

    /// <summary>Has it look whether there is something to send.</summary>
    public void Look() => _signal.Set();

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var watch = outbox.Watch(Look);
        while (!stoppingToken.IsCancellationRequested)
        {
            _signal.Reset();
            _running.RemoveWhere(task => task.IsCompleted);
            var free = options.Value.AtOnceMax - _running.Count;
            var lease = free > 0 ? await LeaseAsync(free, stoppingToken) : null;
            foreach (var message in lease?.Messages ?? [])
            {
                _running.Add(DeliverAsync(message, stoppingToken));
            }

            await WaitAsync(lease?.NextMs, stoppingToken);
        }

        await Task.WhenAll(_running);
    }

    private async Task<OutboxLease?> LeaseAsync(int free, CancellationToken stoppingToken)
    {
        try
        {
            return await outbox.LeaseAsync(free, time.GetUtcNow().ToUnixTimeMilliseconds(), stoppingToken);
        }
        catch (Exception error) when (error is CxException or OperationCanceledException)
        {
            // It is looked again in a moment; the runtime says at /readyz what is wrong with it.
            LogNotRead(error.Message);
            return null;
        }
    }

    private async Task WaitAsync(long? nextMs, CancellationToken stoppingToken)
    {
        var untilNext = nextMs is { } next ? TimeSpan.FromMilliseconds(next - time.GetUtcNow().ToUnixTimeMilliseconds()) : LookEvery;
        if (untilNext <= TimeSpan.Zero)
        {
            return;
        }

        using var woken = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(_signal.Task, Task.Delay(untilNext < LookEvery ? untilNext : LookEvery, time, woken.Token));
        await woken.CancelAsync();
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken stoppingToken)
    {
        try
        {
            var result = await courier.DeliverAsync(message, stoppingToken);
            while (!await TryCompleteAsync(result))
            {
                await Task.Delay(LookEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing is known of the attempt, so that it is made again, with the same id.
            LogBrokenOff(message.Id);
        }

        Look();
    }

    // Until it is noted the destination gets nothing else: while the outbox cannot be written, nobody is sent the same over and over.
    private async Task<bool> TryCompleteAsync(DeliveryResult result)
    {
        try
        {
            await outbox.CompleteAsync(result, CancellationToken.None);
            return true;
        }
        catch (CxException error)
        {
            LogNotNoted(result.Message.Id, error.Message);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be read: {Reason}")]
    private partial void LogNotRead(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What came of message {Message} cannot be noted: {Reason}")]
    private partial void LogNotNoted(string message, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The attempt to deliver message {Message} was broken off, because the program stops")]
    private partial void LogBrokenOff(string message);
}
