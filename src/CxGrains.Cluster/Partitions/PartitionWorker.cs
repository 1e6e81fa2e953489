using CxGrains.Cluster.Live;
using CxGrains.Cluster.Storage;
using Microsoft.Extensions.Logging;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// The worker of one partition. It works in runs: a run begins at the committed row, hands over step after step, commits now and
/// then, and ends with a gap, whereupon the next begins. Everything happens on one scheduler, one thing at a time, but for the
/// writing of a commit, which goes on beside the folding.
/// </summary>
internal sealed partial class PartitionWorker
{
    private static readonly TimeSpan RetryMin = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(5);

    private readonly PartitionContext _context;
    private readonly IEntities _entities;
    private readonly IPartitionStore _store;
    private readonly Func<IReadOnlyCollection<WatchedTopic>, Task> _notify;
    private readonly ILogger _logger;
    private readonly WakeSignal _wake;
    private readonly AppliedWaiters _waiters = new();
    private readonly Flushes _flushes = new();
    private readonly Quarantine _quarantine = new();
    private readonly PartitionHead _unloaded = new();
    private List<IndexRow> _leftOver = [];
    private byte[] _salt = [];
    private PartitionRun? _run;
    private Task _notices = Task.CompletedTask;
    private long _catchUpRow;
    private bool _stopping;
    private volatile bool _ticked;
    private TaskCompletionSource _caughtUp = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A worker that is not running.</summary>
    public PartitionWorker(
        PartitionContext context, IEntities entities, IPartitionStore store, Func<IReadOnlyCollection<WatchedTopic>, Task> notify, ILogger logger)
    {
        _context = context;
        _wake = new WakeSignal(context.Waiting);
        _entities = entities;
        _store = store;
        _notify = notify;
        _logger = logger;
        Index = new PartitionIndex(context.Names);
    }

    /// <summary>The index.</summary>
    public PartitionIndex Index { get; }

    /// <summary>The head, as far as is folded.</summary>
    public PartitionHead Head => _run?.Head ?? _unloaded;

    /// <summary>This worker.</summary>
    public long Activation { get; } = ActivationNumber.Next();

    /// <summary>
    /// Completes when the index is loaded and everything is folded that was in the log when the run began: no view goes back to what it
    /// was before a gap. It fails with a <see cref="TimeoutException"/> once the worker has ended.
    /// </summary>
    public Task CaughtUp => _caughtUp.Task;

    /// <summary>Why the last run ended, while the next has folded nothing; null otherwise.</summary>
    public string? Failure { get; private set; }

    /// <summary>How far it is.</summary>
    public PartitionStatus Status => new()
    {
        Activation = Activation,
        AppliedRow = _waiters.AppliedRow,
        CommittedRow = _store.Head.CommittedRow,
        Customers = Index.Workspaces.Values.Sum(workspace => workspace.Customers.Count),
        Failure = Failure,
    };

    /// <summary>Works until it is stopped. Whoever still waits for it then hears that it has ended.</summary>
    /// <exception cref="SupersededException">Another worker has taken over.</exception>
    public async Task RunAsync()
    {
        try
        {
            await WorkInRunsAsync();
        }
        finally
        {
            End();
        }
    }

    /// <summary>Says that there may be something to do.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Says that time has passed: somebody may be due. On any thread.</summary>
    public void Tick()
    {
        _ticked = true;
        _wake.Set();
    }

    /// <summary>
    /// Completes when a row has its effect in all views of this partition, and the logs of others hold what it means for those; gives the
    /// last such row of each. It fails with a <see cref="TimeoutException"/> where that could not be done.
    /// </summary>
    public async Task<IReadOnlyDictionary<int, long>> WaitUntilAppliedAsync(long row)
    {
        PartitionHead head;
        do
        {
            head = Head;
            Wake();
            await _waiters.WaitAsync(row);
        }
        while (head != Head);

        return head.EffectRows;
    }

    /// <summary>Completes when all that is in the log now has its effect, due customers and re-evaluations included.</summary>
    /// <param name="save">Whether it must be committed too.</param>
    public Task FlushAsync(bool save)
    {
        var done = _flushes.AskAsync(save);
        Wake();
        return done;
    }

    /// <summary>Lets the worker end after the step it is at, with a last commit.</summary>
    public void Stop()
    {
        _stopping = true;
        Wake();
    }

    private async Task WorkInRunsAsync()
    {
        var retry = RetryMin;
        var isLoaded = false;
        while (!_stopping)
        {
            try
            {
                if (!isLoaded)
                {
                    _salt = await _store.ReadSaltAsync();
                    _leftOver = await Index.LoadAsync(_store);
                    isLoaded = true;
                }

                var run = BeginRun();
                _catchUpRow = await _context.Log.LastRowAsync(_context.Partition);

                // Before anything is folded without them: once their customers have moved on, no other worker would find them.
                await _store.QuarantineAsync([.. _quarantine.All]);
                await WorkAsync(run, () => retry = RetryMin);
            }
            catch (SupersededException)
            {
                throw;
            }
#pragma warning disable CA1031 // Whatever failed, entities or storage: it is a gap, and the next run begins at the committed row.
            catch (Exception error)
#pragma warning restore CA1031
            {
                await EndRunAsync(error);
                await Task.Delay(retry, _context.Waiting);
                retry = retry * 2 < RetryMax ? retry * 2 : RetryMax;
            }
        }
    }

    private void End()
    {
        var ended = new TimeoutException($"The worker of partition {_context.Partition} has ended; another one goes on");
        if (_caughtUp.Task.IsCompleted)
        {
            // What it holds may be old.
            _caughtUp = new TaskCompletionSource();
        }

        _caughtUp.TrySetException(ended);
        _ = _caughtUp.Task.Exception;
        _waiters.Fail(ended);
        _flushes.Fail(ended);
    }

    private PartitionRun BeginRun()
    {
        _run = new PartitionRun(_context, Activation, _entities, _store, Index, _quarantine, _salt, _leftOver, _run);
        _waiters.RestartAt(_run.Head.Row);
        if (_caughtUp.Task.IsCompleted)
        {
            _caughtUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return _run;
    }

    private async Task EndRunAsync(Exception error)
    {
        Failure = error.Message;
        LogGap(_context.Partition, _store.Head.CommittedRow, error.Message, error is GapException ? null : error);
        if (_run is { } run)
        {
            // Where the index could not be read there was none yet.
            await run.EndAsync();
        }
    }

    private async Task WorkAsync(PartitionRun run, Action progressed)
    {
        while (!_stopping)
        {
            await _flushes.AimAsync(_context.Log, _context.Partition);
            var hasFolded = await FoldNextAsync(run);
            await run.CommitWhereDueAsync();
            if (hasFolded)
            {
                progressed();
            }

            var hasAppended = IsOwedTime(run) && await AppendOwedAsync(run);
            await AnswerFlushesAsync(run);
            if (hasFolded || hasAppended)
            {
                continue;
            }

            // Nobody else would hear of it if they could not be appended.
            await run.EffectsUnderWay;
            Failure = null;
            await _wake.WaitAsync(_context.Options.PollEvery);
        }

        await run.CommitNowAsync();
        await AnswerFlushesAsync(run);
    }

    private async Task<bool> FoldNextAsync(PartitionRun run)
    {
        CatchUpWhereReached(run);
        if (await run.FoldNextAsync(Math.Max(_catchUpRow, _flushes.UptoRow)) is not { } folded)
        {
            return false;
        }

        Failure = null;
        if (folded.Touched.Count > 0)
        {
            _notices = Task.WhenAll(_notices, _notify(folded.Touched));
        }

        _waiters.Advance(folded.Row, Task.WhenAll(_notices, run.EffectsUnderWay));
        CatchUpWhereReached(run);
        return true;
    }

    private void CatchUpWhereReached(PartitionRun run)
    {
        if (run.Head.Row >= _catchUpRow)
        {
            _caughtUp.TrySetResult();
        }
    }

    private bool IsOwedTime(PartitionRun run)
    {
        var ticked = _ticked;
        _ticked = false;
        return ticked || run.OwesMore || _flushes.WaitForOwed(run.Head.Row);
    }

    private async Task<bool> AppendOwedAsync(PartitionRun run)
    {
        var hasAppended = await run.AppendOwedAsync();
        if (run.OwedInLog is { } owedRow)
        {
            _flushes.TakeOwed(run.Head.Row, owedRow);
        }

        return hasAppended;
    }

    private async Task AnswerFlushesAsync(PartitionRun run)
    {
        if (_flushes.Reached(run.Head.Row) is not { Count: > 0 } reached)
        {
            return;
        }

        if (reached.Exists(flush => flush.Save))
        {
            await run.CommitNowAsync();
        }

        await Task.WhenAll(_notices, run.EffectsUnderWay);

        // Only now: where the commit failed they are answered in a later run.
        reached.ForEach(_flushes.Complete);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run of partition {Partition} ended; the next begins behind row {CommittedRow}: {Reason}")]
    private partial void LogGap(int partition, long committedRow, string reason, Exception? error);
}
