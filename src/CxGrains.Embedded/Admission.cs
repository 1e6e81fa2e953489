using CxGrains.Abstractions.Ingest;

namespace CxGrains.Embedded;

/// <summary>Bounds what is accepted and not folded yet, in interactions and in bytes.</summary>
internal sealed class Admission(EmbeddedOptions options)
{
    private const int WaitMs = 5;
    private const int WaitsMax = 100;

    private int _interactions;
    private long _bytes;

    /// <summary>Admits a batch. A queue that is full for a moment is worth a moment's wait: a sender that is told to come back loses a whole second.</summary>
    /// <exception cref="BusyException">There was no room for half a second.</exception>
    public async ValueTask AdmitAsync(int count, int bytes, CancellationToken cancellationToken)
    {
        for (var wait = 0; !TryAdmit(count, bytes); wait++)
        {
            if (wait == WaitsMax)
            {
                throw new BusyException(
                    $"Accepted interactions are waiting up to the limit of {options.WaitingInteractionsMax} (WaitingInteractionsMax) or of {options.WaitingBytesMax} bytes (WaitingBytesMax)", 1);
            }

            await Task.Delay(WaitMs, cancellationToken);
        }
    }

    /// <summary>Completes when no more interactions wait than may.</summary>
    public async ValueTask WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (Volatile.Read(ref _interactions) > options.WaitingInteractionsMax)
        {
            await Task.Delay(WaitMs, cancellationToken);
        }
    }

    /// <summary>Counts what waits without asking for room: a row that is replayed was admitted when it came.</summary>
    public void Count(int count, long bytes)
    {
        Interlocked.Add(ref _interactions, count);
        Interlocked.Add(ref _bytes, bytes);
    }

    /// <summary>Takes off what waits no more.</summary>
    public void Release(int count, long bytes) => Count(-count, -bytes);

    private bool TryAdmit(int count, int bytes)
    {
        var interactions = Interlocked.Add(ref _interactions, count);
        if (Interlocked.Add(ref _bytes, bytes) <= options.WaitingBytesMax && interactions <= options.WaitingInteractionsMax)
        {
            return true;
        }

        Release(count, bytes);
        return false;
    }
}
