using CxGrains.Domain;
using CxGrains.Embedded.State;
using Microsoft.Extensions.Logging;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Saves what changed in a partition: the worker's thread copies it as bytes at one position, another thread writes them in one
/// transaction while folding goes on.
/// </summary>
internal sealed partial class Checkpointer(
    PartitionState partition, PartitionContext context, List<QuarantinedRecord> quarantine, Action<Action<PartitionState>> tellWorker, ILogger logger)
{
    private Position _saved = partition.Position;
    private long _savedMs = context.NowMs;
    private int _folded;
    private Task _writing = Task.CompletedTask;
    private long _committedRow = partition.Position.Row;

    /// <summary>Rows up to here need never be replayed for this partition.</summary>
    public long CommittedRow => Interlocked.Read(ref _committedRow);

    /// <summary>Counts interactions folded since the last checkpoint.</summary>
    public void CountFolded(int interactions) => _folded += interactions;

    /// <summary>Begins a checkpoint when one is due.</summary>
    /// <param name="foldedRow">The row up to which everything is folded.</param>
    public void Tick(long foldedRow)
    {
        if (!_writing.IsCompleted)
        {
            return;
        }

        if (partition.Position == _saved)
        {
            Interlocked.Exchange(ref _committedRow, Math.Max(_committedRow, foldedRow));
        }
        else if (_folded >= context.Options.CheckpointInteractionsMax || context.NowMs - _savedMs >= context.Options.CheckpointSeconds * 1000L)
        {
            Begin(foldedRow);
        }
    }

    /// <summary>Waits for a checkpoint being written where folding has run as far ahead of it as memory may hold.</summary>
    public void WaitWhereBehind()
    {
        if (_folded >= 2 * context.Options.CheckpointInteractionsMax)
        {
            WaitForWriting();
        }
    }

    /// <summary>Waits for a checkpoint being written.</summary>
    public void WaitForWriting() => ((IAsyncResult)_writing).AsyncWaitHandle.WaitOne();

    /// <summary>Writes a last checkpoint; nothing is folded any more.</summary>
    public void Finish(long foldedRow)
    {
        WaitForWriting();
        if (partition.Position != _saved)
        {
            using var image = Take();
            context.State.Write(image);
        }

        Interlocked.Exchange(ref _committedRow, Math.Max(_committedRow, foldedRow));
    }

    private void Begin(long foldedRow)
    {
        var generation = partition.Residents.Generation;
        var changed = partition.Residents.Changed;
        var image = Take();
        _savedMs = context.NowMs;
        _folded = 0;
        _writing = Task.Run(() => Write(image, generation, changed, foldedRow));
    }

    private CheckpointImage Take()
    {
        var image = new CheckpointImage(partition.Number, partition.Position);
        image.AddHead(partition);
        var changed = partition.Residents.TakeChanged();

        // In the order of their keys, so that each page of the file is changed once and not again and again.
        changed.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        foreach (var entry in changed)
        {
            image.AddCustomer(entry, entry.Resident!);
        }

        foreach (var workspace in partition.Workspaces.Values)
        {
            AddShards(image, workspace);
        }

        image.Quarantine.AddRange(quarantine);
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

    private void Write(CheckpointImage image, int generation, List<CustomerEntry> changed, long foldedRow)
    {
        try
        {
            using (image)
            {
                context.State.Write(image);
            }

            tellWorker(_ => MarkSaved(image, generation, foldedRow));
        }
#pragma warning disable CA1031 // Nothing is lost while the log keeps its rows; the next checkpoint tries again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogFailed(error, partition.Number);
            tellWorker(_ => MarkUnsaved(changed));
        }
    }

    private void MarkSaved(CheckpointImage image, int generation, long foldedRow)
    {
        _saved = image.Position;
        quarantine.RemoveAll(image.Quarantine.Contains);
        partition.Residents.MarkSaved(generation);
        Interlocked.Exchange(ref _committedRow, Math.Max(_committedRow, foldedRow));
    }

    private void MarkUnsaved(List<CustomerEntry> changed)
    {
        partition.Residents.MarkUnsaved(changed);
        foreach (var workspace in partition.Workspaces.Values)
        {
            workspace.MarkAllChanged();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The checkpoint of partition {Partition} failed; the log keeps what it would have saved")]
    private partial void LogFailed(Exception error, int partition);
}
