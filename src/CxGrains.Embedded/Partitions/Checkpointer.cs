using CxGrains.Domain;
using CxGrains.Embedded.State;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Saves what changed in a partition: the worker's thread copies it as bytes at one position, a slice at a time, and another thread
/// writes them in one transaction; folding goes on all the while. How a write ended is taken note of on the worker's thread, before
/// the next checkpoint begins.
/// </summary>
internal sealed partial class Checkpointer
{
    // Less than a millisecond of copying: what a record or a query that comes meanwhile has to wait.
    private const int SliceCustomers = 64;

    private readonly PartitionState _partition;
    private readonly PartitionContext _context;
    private readonly OwedEffects _owed;
    private readonly List<QuarantinedRecord> _quarantine;
    private readonly ILogger _logger;
    private Position _saved;
    private long _savedMs;
    private int _folded;
    private CheckpointDraft? _draft;
    private CheckpointWrite? _write;
    private long _committedRow;

    /// <summary>A checkpointer of a partition as loaded.</summary>
    public Checkpointer(PartitionState partition, PartitionContext context, OwedEffects owed, List<QuarantinedRecord> quarantine, ILogger logger)
    {
        _partition = partition;
        _context = context;
        _owed = owed;
        _quarantine = quarantine;
        _logger = logger;
        _saved = partition.Position;
        _committedRow = partition.Position.Row;

        // Staggered, so that the partitions do not all copy and write at once.
        _savedMs = context.NowMs - (context.Options.CheckpointSeconds * 1000L * partition.Number / context.PartitionsCount);
    }

    /// <summary>Rows up to here need never be replayed for this partition.</summary>
    public long CommittedRow => Interlocked.Read(ref _committedRow);

    /// <summary>Why the last checkpoint failed; null where it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>Counts interactions folded since the last checkpoint.</summary>
    public void CountFolded(int interactions) => _folded += interactions;

    /// <summary>Begins a checkpoint when one is due.</summary>
    /// <param name="foldedRow">The row up to which everything is folded.</param>
    public void Tick(long foldedRow)
    {
        if (_draft is not null || _write is { IsDone: false })
        {
            return;
        }

        SettleWrite();
        if (_partition.Position == _saved)
        {
            Commit(foldedRow);
            _context.State.Chunks.Clear();
        }
        else if (_folded >= _context.Options.CheckpointInteractionsMax || _context.NowMs - _savedMs >= _context.Options.CheckpointSeconds * 1000L)
        {
            _draft = Begin(foldedRow);
        }
    }

    /// <summary>Goes on with a checkpoint that is being copied; says whether there was one.</summary>
    public bool TakeSlice()
    {
        if (_draft is not { } draft || (draft.IsComplete && !MayWrite(draft)))
        {
            return false;
        }

        draft.TakeSlice(SliceCustomers);
        if (draft.IsComplete && MayWrite(draft))
        {
            BeginWrite(draft);
        }

        return true;
    }

    /// <summary>Waits for a checkpoint under way where folding has run as far ahead of it as memory may hold.</summary>
    public void WaitWhereBehind()
    {
        if (_folded >= 2 * _context.Options.CheckpointInteractionsMax)
        {
            if (_draft is { } draft)
            {
                draft.TakeSlice(int.MaxValue);
                if (MayWrite(draft))
                {
                    BeginWrite(draft);
                }
            }

            WaitForWrite();
        }
    }

    /// <summary>Gives up a checkpoint that is being copied; waits for one being written, and takes note of how it ended.</summary>
    public void End()
    {
        if (_draft is { } draft)
        {
            using (draft.Image)
            {
                LetGo();
                TakeBack(draft);
            }
        }

        WaitForWrite();
    }

    /// <summary>Writes a last checkpoint; nothing is folded any more.</summary>
    /// <exception cref="Storage.StorageException">It cannot be written; the log holds what it would have saved.</exception>
    public void Finish(long foldedRow)
    {
        End();
        if (!_owed.IsEmpty)
        {
            // The log could not take what is owed: the next start folds from the last checkpoint on, and owes it again.
            return;
        }

        if (_partition.Position != _saved)
        {
            var draft = Begin(foldedRow);
            using var image = draft.Image;
            draft.TakeSlice(int.MaxValue);
            _context.Save(draft);
        }

        Commit(foldedRow);
    }

    // Head and shards are copied at once: they are few, and nearly every record changes some of them.
    private CheckpointDraft Begin(long foldedRow)
    {
        var image = new CheckpointImage(_partition.Number, _partition.Position, _context.State.Chunks);
        image.AddHead(_partition);
        foreach (var workspace in _partition.Workspaces.Values)
        {
            AddShards(image, workspace);
        }

        image.Quarantine.AddRange(_quarantine);
        var residents = _partition.Residents;
        var draft = new CheckpointDraft(image, residents.Generation, residents.TakeChanged(), foldedRow, _folded, _context.Outbox.TakenCount);
        residents.Draft = draft;
        _savedMs = _context.NowMs;
        _folded = 0;
        return draft;
    }

    // What a checkpoint stands behind is never folded again: the log must hold what it means for other partitions.
    private bool MayWrite(CheckpointDraft draft) => _owed.IsDurableUpTo(draft.Image.Position);

    private void BeginWrite(CheckpointDraft draft)
    {
        LetGo();
        _write = new CheckpointWrite(_context, draft);
    }

    private void LetGo()
    {
        _draft = null;
        _partition.Residents.Draft = null;
    }

    private void WaitForWrite()
    {
        _write?.Wait();
        SettleWrite();
    }

    private void SettleWrite()
    {
        if (_write is not { } write)
        {
            return;
        }

        _write = null;
        var draft = write.Draft;
        Failure = write.Error?.Message;
        if (write.Error is { } error)
        {
            LogFailed(error, _partition.Number);
            TakeBack(draft);
            return;
        }

        _saved = draft.Image.Position;
        _quarantine.RemoveAll(draft.Image.Quarantine.Contains);
        _partition.Residents.MarkSaved(draft.Generation);
        Commit(draft.FoldedRow);
    }

    // Nothing is lost while the log keeps its rows; the next checkpoint saves it all again.
    private void TakeBack(CheckpointDraft draft)
    {
        _folded += draft.Folded;
        _partition.Residents.MarkUnsaved(draft.Changed);
        foreach (var workspace in _partition.Workspaces.Values)
        {
            workspace.MarkAllChanged();
        }
    }

    private void Commit(long foldedRow) => Interlocked.Exchange(ref _committedRow, Math.Max(_committedRow, foldedRow));

    private static void AddShards(CheckpointImage image, WorkspaceState workspace)
    {
        if (workspace.IsChanged)
        {
            image.AddShard(new ShardKey(workspace.Id, ShardKind.Workspace, ""), workspace.Shard.Encode);
            workspace.IsChanged = false;
        }

        if (workspace.AlertsChanged)
        {
            image.AddShard(new ShardKey(workspace.Id, ShardKind.Alerts, ""), workspace.Alerts.Encode);
            workspace.AlertsChanged = false;
        }

        if (workspace is { LearnerChanged: true, Learner: { } learner })
        {
            image.AddShard(new ShardKey(workspace.Id, ShardKind.Model, ""), learner.Encode);
            workspace.LearnerChanged = false;
        }

        if (workspace is { TombstonesChanged: true, Tombstones: { } tombstones })
        {
            image.AddShard(new ShardKey(workspace.Id, ShardKind.Tombstones, ""), tombstones.Encode);
            workspace.TombstonesChanged = false;
        }

        if (workspace.RulesChanged)
        {
            image.AddShard(new ShardKey(workspace.Id, ShardKind.Rules, ""), writer => PartitionLoader.EncodeRules(workspace.Rules, writer));
            workspace.RulesChanged = false;
        }

        foreach (var (id, survey) in workspace.Surveys)
        {
            if (survey.IsChanged)
            {
                image.AddShard(new ShardKey(workspace.Id, ShardKind.Survey, id), survey.Shard.Encode);
                survey.IsChanged = false;
            }
        }

        foreach (var segment in workspace.Segments)
        {
            if (segment.IsChanged)
            {
                image.AddShard(new ShardKey(workspace.Id, ShardKind.Segment, segment.Definition.Id), writer => PartitionLoader.EncodeSegment(segment, writer));
                segment.IsChanged = false;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The checkpoint of partition {Partition} failed; the log keeps what it would have saved")]
    private partial void LogFailed(Exception error, int partition);
}
