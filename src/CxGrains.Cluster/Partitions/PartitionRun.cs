using CxGrains.Cluster.Live;
using CxGrains.Cluster.Privacy;
using CxGrains.Cluster.Storage;
using CxGrains.Domain;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// One run of a partition's worker, from the committed row to the next gap: what it has folded, which lives it is bound to, and what it
/// owes. The next run begins with nothing of it, but for the index, the quarantine and where it had appended to.
/// </summary>
internal sealed class PartitionRun
{
    private readonly PartitionContext _context;
    private readonly IPartitionStore _store;
    private readonly StepReader _reader;
    private readonly StepFold _fold;
    private readonly OwedRows _owed;
    private readonly OwedEffects _effects;
    private readonly Commits _commits;
    private long _readRow;

    /// <summary>A run that begins at the head as stored.</summary>
    /// <param name="context">The partition.</param>
    /// <param name="worker">The worker whose run it is.</param>
    /// <param name="entities">The partition's entities.</param>
    /// <param name="store">What is stored of it.</param>
    /// <param name="index">Its index.</param>
    /// <param name="quarantine">What could not be folded.</param>
    /// <param name="salt">Of tombstones.</param>
    /// <param name="leftOver">Rows of the index of customers that were erased.</param>
    /// <param name="before">The run before; null for the first.</param>
    public PartitionRun(
        PartitionContext context,
        long worker,
        IEntities entities,
        IPartitionStore store,
        PartitionIndex index,
        Quarantine quarantine,
        byte[] salt,
        IReadOnlyList<IndexRow> leftOver,
        PartitionRun? before)
    {
        _context = context;
        _store = store;
        Head = PartitionHead.Of(store.Head);
        foreach (var row in leftOver)
        {
            // A worker that was old and did not know it may have written them once more.
            Head.WorkspaceOf(row.Workspace).Erased.Leave(new ErasedId(row.Customer, new Position(row.Position)));
        }

        quarantine.Forget(Head.Row);
        var bindings = new Bindings();
        _reader = new StepReader(Head, index, quarantine, context.Surveys, context.Names, salt);
        _effects = new OwedEffects(context, Head);
        _fold = new StepFold(worker, Head, index, quarantine, bindings, entities, store, _effects, context.Names, salt);
        _commits = new Commits(context, entities, store, index, quarantine, Head, bindings, _effects);
        _owed = new OwedRows(context, Head, index, before?._owed.LastRow ?? 0);
        _readRow = Head.Row;
        index.ListDueAnew();
    }

    /// <summary>The head, as far as is folded.</summary>
    public PartitionHead Head { get; }

    /// <summary>Whether there is more to append as soon as the last row is folded.</summary>
    public bool OwesMore => _owed.GoesOn;

    /// <summary>The last row of what the partition owes itself, once all of it is in the log; null while it is not.</summary>
    public long? OwedInLog => _owed.IsAllInLog ? _owed.LastRow : null;

    /// <summary>Completes when the logs of other partitions hold what was folded means for them.</summary>
    public Task EffectsUnderWay => _effects.UnderWay;

    /// <summary>Folds the next step; gives its last row and the topics that changed, or null where there is nothing to fold.</summary>
    /// <param name="aimRow">The last row that is known to have been in the log.</param>
    /// <exception cref="GapException">An entity has lost what was not saved, or could not fold a record.</exception>
    /// <exception cref="SupersededException">Another worker has taken over.</exception>
    public async Task<(long Row, IReadOnlyCollection<WatchedTopic> Touched)?> FoldNextAsync(long aimRow)
    {
        if (_reader.IsEmpty)
        {
            await ReadAsync();
        }

        if (_reader.IsEmpty)
        {
            if (Head.Row < Math.Max(aimRow, _owed.LastRow))
            {
                // The log held more than it gives now: another worker may have cut all of it.
                await ThrowIfSupersededAsync();
            }

            return null;
        }

        var step = await _reader.NextAsync();
        var touched = await _fold.FoldAsync(step, _store.Head.CommittedRow);
        await _effects.AppendAsync();
        _commits.Count(step.Weight);
        return (step.LastRow, touched);
    }

    /// <summary>Appends what the partition owes itself now; says whether it did.</summary>
    public Task<bool> AppendOwedAsync() => _owed.AppendAsync();

    /// <summary>Begins a commit where one is due.</summary>
    public Task CommitWhereDueAsync() => _commits.BeginWhereDueAsync();

    /// <summary>Commits all that is folded.</summary>
    public Task CommitNowAsync() => _commits.CommitNowAsync();

    /// <summary>Ends it after a gap.</summary>
    /// <exception cref="SupersededException">Another worker has committed.</exception>
    public async Task EndAsync()
    {
        await _effects.EndAsync();
        await _commits.EndAsync();
    }

    private async Task ReadAsync()
    {
        var handed = _context.Log.TakeHandedOver(_context.Partition, _readRow, StepReader.RecordsMax);
        var rows = handed.Count > 0 ? handed : await _context.Log.ReadAsync(_context.Partition, _readRow, StepReader.RecordsMax);
        if (_readRow == 0 && rows.Count > 0 && _context.Log.BeginsLate)
        {
            _readRow = rows[0].Row - 1;
        }

        await ThrowIfHoleAsync(rows);
        _reader.Add(rows);
        _readRow += rows.Count;
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
}
