using CxGrains.Domain;
using CxGrains.Embedded.State;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Saves what changed in a partition: the worker's thread copies it as bytes at one position, another thread writes them in one
/// transaction while folding goes on. How a write ended is taken note of on the worker's thread, before the next one begins.
/// </summary>
internal sealed partial class Checkpointer
{
    private readonly PartitionState _partition;
    private readonly PartitionContext _context;
    private readonly List<QuarantinedRecord> _quarantine;
    private readonly ILogger _logger;
    private Position _saved;
    private long _savedMs;
    private int _folded;
    private CheckpointWrite? _write;
    private long _committedRow;

    /// <summary>A checkpointer of a partition as loaded.</summary>
    public Checkpointer(PartitionState partition, PartitionContext context, List<QuarantinedRecord> quarantine, ILogger logger)
    {
        _partition = partition;
        _context = context;
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
        if (_write is { IsDone: false })
        {
            return;
        }

        SettleWrite();
        if (_partition.Position == _saved)
        {
            Commit(foldedRow);
        }
        else if (_folded >= _context.Options.CheckpointInteractionsMax || _context.NowMs - _savedMs >= _context.Options.CheckpointSeconds * 1000L)
        {
            Begin(foldedRow);
        }
    }

    /// <summary>Waits for a checkpoint being written where folding has run as far ahead of it as memory may hold.</summary>
    public void WaitWhereBehind()
    {
        if (_folded >= 2 * _context.Options.CheckpointInteractionsMax)
        {
            WaitForWrite();
        }
    }

    /// <summary>Waits for a checkpoint being written, and takes note of how it ended.</summary>
    public void WaitForWrite()
    {
        _write?.Wait();
        SettleWrite();
    }

    /// <summary>Writes a last checkpoint; nothing is folded any more.</summary>
    /// <exception cref="Storage.StorageException">It cannot be written; the log holds what it would have saved.</exception>
    public void Finish(long foldedRow)
    {
        WaitForWrite();
        if (_partition.Position != _saved)
        {
            using var image = Take();
            _context.State.Write(image);
        }

        Commit(foldedRow);
    }

    private void Begin(long foldedRow)
    {
        var generation = _partition.Residents.Generation;
        var changed = _partition.Residents.Changed;
        _write = new CheckpointWrite(_context.State, Take(), generation, changed, foldedRow, _folded);
        _savedMs = _context.NowMs;
        _folded = 0;
    }

    private void SettleWrite()
    {
        if (_write is not { } write)
        {
            return;
        }

        _write = null;
        Failure = write.Error?.Message;
        if (write.Error is { } error)
        {
            // Nothing is lost while the log keeps its rows; the next checkpoint saves it all again.
            LogFailed(error, _partition.Number);
            _folded += write.Folded;
            _partition.Residents.MarkUnsaved(write.Changed);
            foreach (var workspace in _partition.Workspaces.Values)
            {
                workspace.MarkAllChanged();
            }

            return;
        }

        _saved = write.Image.Position;
        _quarantine.RemoveAll(write.Image.Quarantine.Contains);
        _partition.Residents.MarkSaved(write.Generation);
        Commit(write.FoldedRow);
    }

    private void Commit(long foldedRow) => Interlocked.Exchange(ref _committedRow, Math.Max(_committedRow, foldedRow));

    private CheckpointImage Take()
    {
        var image = new CheckpointImage(_partition.Number, _partition.Position);
        image.AddHead(_partition);
        var changed = _partition.Residents.TakeChanged();

        // In the order of their keys, so that each page of the file is changed once and not again and again.
        changed.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        foreach (var entry in changed)
        {
            image.AddCustomer(entry, entry.Resident!);
        }

        foreach (var workspace in _partition.Workspaces.Values)
        {
            AddShards(image, workspace);
        }

        image.Quarantine.AddRange(_quarantine);
        return image;
    }

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
