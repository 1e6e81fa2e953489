using CxGrains.Cluster.Live;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;
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
    private List<IndexRow> _leftOver = [];
    private byte[] _salt = [];
    private Bindings _bindings = new();
    private PartitionHead _head = new();
    private StepReader _reader = null!;
    private StepFold _fold = null!;
    private OwedRows _owed = null!;
    private OwedEffects _effects = null!;
    private Commits _commits = null!;
    private Task _notices = Task.CompletedTask;
    private long _readRow;
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
    public PartitionHead Head => _head;

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
            head = _head;
            Wake();
            await _waiters.WaitAsync(row);
        }
        while (head != _head);

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

                BeginRun();
                _catchUpRow = await _context.Log.LastRowAsync(_context.Partition);

                // Before anything is folded without them: once their customers have moved on, no other worker would find them.
                await _store.QuarantineAsync([.. _quarantine.All]);
                await WorkAsync(() => retry = RetryMin);
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

    private void BeginRun()
    {
        _bindings = new Bindings();
        _head = PartitionHead.Of(_store.Head);

        // A worker that was old and did not know it may have written them once more.
        _leftOver.ForEach(row => _head.WorkspaceOf(row.Workspace).Erased.Leave(new ErasedId(row.Customer, new Position(row.Position))));
        _quarantine.Forget(_head.Row);
        _reader = new StepReader(_head, Index, _quarantine, _context.Surveys, _context.Names, _salt);
        _effects = new OwedEffects(_context, _head);
        _fold = new StepFold(Activation, _head, Index, _quarantine, _bindings, _entities, _store, _effects, _context.Names, _salt);
        _commits = new Commits(_context, _entities, _store, Index, _quarantine, _head, _bindings, _effects);
        _owed = new OwedRows(_context, _head, Index, _owed?.LastRow ?? 0);
        _readRow = _head.Row;
        _waiters.RestartAt(_head.Row);
        if (_caughtUp.Task.IsCompleted)
        {
            _caughtUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        Index.ListDueAnew();
    }

    private async Task EndRunAsync(Exception error)
    {
        Failure = error.Message;
        LogGap(_context.Partition, _store.Head.CommittedRow, error.Message, error is GapException ? null : error);
        if (_commits is { } commits)
        {
            // Where the index could not be read there was no run yet.
            await _effects.EndAsync();
            await commits.EndAsync();
        }
    }

    private async Task WorkAsync(Action progressed)
    {
        while (!_stopping)
        {
            await _flushes.AimAsync(_context.Log, _context.Partition);
            var hasFolded = await FoldNextAsync();
            await _commits.BeginWhereDueAsync();
            if (hasFolded)
            {
                progressed();
            }

            var hasAppended = IsOwedTime() && await AppendOwedAsync();
            await AnswerFlushesAsync();
            if (hasFolded || hasAppended)
            {
                continue;
            }

            // Nobody else would hear of it if they could not be appended.
            await _effects.UnderWay;
            Failure = null;
            await _wake.WaitAsync(_context.Options.PollEvery);
        }

        await _commits.CommitNowAsync();
        await AnswerFlushesAsync();
    }

    private bool IsOwedTime()
    {
        var ticked = _ticked;
        _ticked = false;
        return ticked || _owed.GoesOn || _flushes.WaitForOwed(_head.Row);
    }

    private async Task<bool> AppendOwedAsync()
    {
        var hasAppended = await _owed.AppendAsync();
        if (_owed.IsAllInLog)
        {
            _flushes.TakeOwed(_head.Row, _owed.LastRow);
        }

        return hasAppended;
    }

    private async Task<bool> FoldNextAsync()
    {
        if (_reader.IsEmpty)
        {
            var rows = await NextRowsAsync();
            if (_readRow == 0 && rows.Count > 0 && _context.Log.BeginsLate)
            {
                _readRow = rows[0].Row - 1;
            }

            await ThrowIfHoleAsync(rows);
            _reader.Add(rows);
            _readRow += rows.Count;
        }

        CatchUpWhereReached();
        if (_reader.IsEmpty)
        {
            if (_head.Row < Math.Max(_catchUpRow, Math.Max(_flushes.UptoRow, _owed.LastRow)))
            {
                // The log held more than it gives now: another worker may have cut all of it.
                await ThrowIfSupersededAsync();
            }

            return false;
        }

        var step = await _reader.NextAsync();
        var touched = await _fold.FoldAsync(step, _store.Head.CommittedRow);
        await _effects.AppendAsync();
        _commits.Count(step.Weight);
        Failure = null;
        if (touched.Count > 0)
        {
            _notices = Task.WhenAll(_notices, _notify(touched));
        }

        _waiters.Advance(step.LastRow, Task.WhenAll(_notices, _effects.UnderWay));
        CatchUpWhereReached();
        return true;
    }

    private async Task<IReadOnlyList<LogEntry>> NextRowsAsync()
    {
        var handed = _context.Log.TakeHandedOver(_context.Partition, _readRow, StepReader.RecordsMax);
        return handed.Count > 0 ? handed : await _context.Log.ReadAsync(_context.Partition, _readRow, StepReader.RecordsMax);
    }

    private void CatchUpWhereReached()
    {
        if (_head.Row >= _catchUpRow)
        {
            _caughtUp.TrySetResult();
        }
    }

    // Rows have no holes: where one is missing either another worker has committed beyond and cut it, or the log is not whole.
    private async Task ThrowIfHoleAsync(IReadOnlyList<LogEntry> rows)
    {
        if (rows.Count > 0 && rows[0].Row > _readRow + 1)
        {
            await ThrowIfSupersededAsync();
        }

        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Row != _readRow + 1 + i)
            {
                throw new CxException($"The log of partition {_context.Partition} goes on with row {rows[i].Row} where row {_readRow + 1 + i} was expected");
            }
        }
    }

    // The head in memory tells nothing here: who is old is so because of it, and would begin every run at it again.
    private async Task ThrowIfSupersededAsync()
    {
        await _commits.SettleAsync();
        if (await _store.HasMovedAsync())
        {
            throw new SupersededException($"Another worker of partition {_context.Partition} has committed beyond row {_store.Head.CommittedRow}");
        }
    }

    private async Task AnswerFlushesAsync()
    {
        if (_flushes.Reached(_head.Row) is not { Count: > 0 } reached)
        {
            return;
        }

        if (reached.Exists(flush => flush.Save))
        {
            await _commits.CommitNowAsync();
        }

        await Task.WhenAll(_notices, _effects.UnderWay);

        // Only now: where the commit failed they are answered in a later run.
        reached.ForEach(_flushes.Complete);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run of partition {Partition} ended; the next begins behind row {CommittedRow}: {Reason}")]
    private partial void LogGap(int partition, long committedRow, string reason, Exception? error);
}
