using System.Collections.Concurrent;
using CxGrains.Abstractions.Ingest;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Partitions;

/// <summary>What is asked of a partition's worker between two records. Nobody waits for an answer of one that has ended.</summary>
/// <param name="partition">The partition's number.</param>
/// <param name="waitingMax">Questions that may wait at once.</param>
/// <param name="wake">Tells the worker that there is one.</param>
internal sealed class PartitionQuestions(int partition, int waitingMax, Action wake)
{
    private readonly ConcurrentQueue<PartitionQuery> _queries = new();
    private int _waiting;
    private volatile bool _haveEnded;

    /// <summary>Whether the worker has ended.</summary>
    public bool HaveEnded => _haveEnded;

    /// <summary>What one is told who asks a worker that has ended.</summary>
    public static StorageException Stopped() => new("The runtime has stopped");

    /// <summary>Asks something, and gives the answer.</summary>
    /// <exception cref="BusyException">Too many are waiting.</exception>
    public Task<T> AskAsync<T>(Func<PartitionState, T> question)
    {
        if (Interlocked.Increment(ref _waiting) > waitingMax)
        {
            Interlocked.Decrement(ref _waiting);
            throw new BusyException($"Partition {partition} has {waitingMax} queries waiting, which is its limit", 1);
        }

        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell(new PartitionQuery(
            state =>
            {
                Interlocked.Decrement(ref _waiting);
                try
                {
                    answer.SetResult(question(state));
                }
#pragma warning disable CA1031 // The one who asked hears of it, whatever it is; the worker goes on.
                catch (Exception error)
#pragma warning restore CA1031
                {
                    answer.SetException(error);
                }
            },
            error =>
            {
                Interlocked.Decrement(ref _waiting);
                answer.SetException(error);
            }));
        return answer.Task;
    }

    /// <summary>Hands a question over, whoever waits already.</summary>
    public void Tell(PartitionQuery query)
    {
        _queries.Enqueue(query);
        wake();
        if (_haveEnded)
        {
            Fail(Stopped());
        }
    }

    /// <summary>Takes the next; for the worker.</summary>
    public bool TryTake(out PartitionQuery query) => _queries.TryDequeue(out query);

    /// <summary>Tells all who wait that they get no answer.</summary>
    public void Fail(Exception error)
    {
        while (_queries.TryDequeue(out var query))
        {
            query.Fail?.Invoke(error);
        }
    }

    /// <summary>Nothing is answered from now on.</summary>
    public void End()
    {
        _haveEnded = true;
        Fail(Stopped());
    }
}
