using CxGrains.Abstractions.Ingest;
using CxGrains.Domain;
using CxGrains.Domain.Identity;
using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Effects of a partition's records on other customers, until the log holds them. They go to each partition in the order of their
/// causes, one row at a time: the other side takes each once by knowing the highest cause it took. What waits is bounded by what was
/// admitted to the partition's queue. Owned by the partition's worker.
/// </summary>
/// <param name="partition">The partition's number.</param>
/// <param name="context">What partitions share.</param>
/// <param name="post">Has something done on the worker's thread.</param>
internal sealed class OwedEffects(int partition, PartitionContext context, Action<Action> post)
{
    private readonly Queue<OwedEffect>[] _waiting = [.. Enumerable.Range(0, context.PartitionsCount).Select(_ => new Queue<OwedEffect>())];
    private readonly EffectsRow?[] _underWay = new EffectsRow?[context.PartitionsCount];
    private readonly List<(Position Cause, TaskCompletionSource Durable)> _waiters = [];

    /// <summary>Whether the log holds all.</summary>
    public bool IsEmpty => FirstCause is null;

    /// <summary>Why the last row could not be written; null where it could. It is tried again.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether waiting brings what is owed into the log: not before all of the time before the start is handed over, nor while the log fails.</summary>
    public bool IsOnItsWay => !IsEmpty && context.IsReplayed && Failure is null;

    private Position? FirstCause
    {
        get
        {
            Position? first = null;
            for (var target = 0; target < _waiting.Length; target++)
            {
                var cause = _underWay[target]?.Effects[0].Cause ?? (_waiting[target].TryPeek(out var next) ? next.Cause : null);
                first = first is null || cause < first ? cause ?? first : first;
            }

            return first;
        }
    }

    /// <summary>Takes an effect.</summary>
    /// <param name="cause">The record that was folded.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="effect">What it has to bring about.</param>
    public void Add(Position cause, string workspace, Effect effect)
    {
        foreach (var part in effect.SplitBy(PartitionOf))
        {
            var target = PartitionOf(part.Customer);
            _waiting[target].Enqueue(OwedEffect.Of(cause, workspace, part));
            Append(target);
        }

        int PartitionOf(string customer) => Partitioning.PartitionOf(workspace, customer, context.PartitionsCount);
    }

    /// <summary>Appends what waits; called a few times a second, for what could not be appended when it came.</summary>
    public void Append()
    {
        for (var target = 0; target < _waiting.Length; target++)
        {
            Append(target);
        }
    }

    /// <summary>Forgets what waits, because the records that caused it are folded again. What is under way stays: the order must.</summary>
    public void Forget()
    {
        foreach (var waiting in _waiting)
        {
            waiting.Clear();
        }
    }

    /// <summary>Whether the log holds every effect of the records up to a position.</summary>
    public bool IsDurableUpTo(Position position) => FirstCause is not { } first || first > position;

    /// <summary>Completes once the log holds all that is owed now, and says whether anything was.</summary>
    public async Task<bool> WaitUntilDurableAsync()
    {
        if (LastCause is not { } last)
        {
            return false;
        }

        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiters.Add((last, durable));
        Append();
        await durable.Task;
        return true;
    }

    private Position? LastCause
    {
        get
        {
            Position? last = null;
            for (var target = 0; target < _waiting.Length; target++)
            {
                var cause = _waiting[target].Count > 0 ? _waiting[target].Last().Cause : _underWay[target]?.Effects[^1].Cause;
                last = last is null || cause > last ? cause ?? last : last;
            }

            return last;
        }
    }

    // Rows of the time before a start are handed over in the order of the log first; a new one would overtake them.
    private void Append(int target)
    {
        if (!context.IsReplayed || _underWay[target] is not null || _waiting[target].Count == 0)
        {
            return;
        }

        var effects = new List<OwedEffect>();
        while (effects.Count < EffectsRow.EffectsMax && _waiting[target].TryDequeue(out var owed))
        {
            effects.Add(owed);
        }

        var row = new EffectsRow(context.NowMs, target, partition, effects);
        _underWay[target] = row;
        Write(row);
    }

    private void Write(EffectsRow row)
    {
        try
        {
            var request = context.Writer.Enqueue(row, number => context.HandOver(number, row));
            request.Done.ContinueWith(
                done => post(() => Settle(row, done.Exception?.InnerException)), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        catch (BusyException error)
        {
            TakeBack(row, error.Message);
        }
    }

    private void Settle(EffectsRow row, Exception? error)
    {
        if (error is not null)
        {
            TakeBack(row, error.Message);
            return;
        }

        Failure = null;
        _underWay[row.Partition] = null;
        Append(row.Partition);
        foreach (var (_, durable) in _waiters.Where(waiter => IsDurableUpTo(waiter.Cause)))
        {
            durable.SetResult();
        }

        _waiters.RemoveAll(waiter => waiter.Durable.Task.IsCompleted);
    }

    // Before all that waits: the order must stay.
    private void TakeBack(EffectsRow row, string failure)
    {
        Failure = failure;
        var later = _waiting[row.Partition].ToArray();
        _waiting[row.Partition].Clear();
        foreach (var owed in row.Effects.Concat(later))
        {
            _waiting[row.Partition].Enqueue(owed);
        }

        _underWay[row.Partition] = null;
    }
}
