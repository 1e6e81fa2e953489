using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Who waits for all that was in the log when they asked, and for what the partition owed itself then. However fast the log grows, each
/// waits for rows up to one and no further.
/// </summary>
internal sealed class Flushes
{
    private readonly List<Flush> _waiting = [];
    private Exception? _ended;

    /// <summary>The last row that anybody waits for; 0 for none.</summary>
    public long UptoRow => _waiting.Select(flush => flush.UptoRow ?? 0).DefaultIfEmpty().Max();

    /// <summary>Completes when all that is in the log now has its effect and is committed, if asked.</summary>
    public Task AskAsync(bool save)
    {
        if (_ended is { } ended)
        {
            return Task.FromException(ended);
        }

        var flush = new Flush(save);
        _waiting.Add(flush);
        return flush.Done.Task;
    }

    /// <summary>Finds the row to wait for, for those who have asked since the last time.</summary>
    public async Task AimAsync(IPartitionLog log, int partition)
    {
        var asked = _waiting.FindAll(flush => flush.UptoRow is null);
        if (asked.Count > 0)
        {
            var lastRow = await log.LastRowAsync(partition);
            asked.ForEach(flush => flush.UptoRow = lastRow);
        }
    }

    /// <summary>Whether somebody's rows have their effect, so that what they make the partition owe itself is next.</summary>
    public bool WaitForOwed(long appliedRow) => _waiting.Exists(flush => flush.UptoRow <= appliedRow && !flush.IsOwedInLog);

    /// <summary>Takes note that all the partition owes itself is in the log.</summary>
    /// <param name="appliedRow">Rows up to here have their effect.</param>
    /// <param name="owedRow">The last row of what is owed.</param>
    public void TakeOwed(long appliedRow, long owedRow)
    {
        foreach (var flush in _waiting.Where(flush => flush.UptoRow <= appliedRow && !flush.IsOwedInLog))
        {
            flush.IsOwedInLog = true;
            flush.UptoRow = Math.Max(owedRow, flush.UptoRow!.Value);
        }
    }

    /// <summary>Those for whom everything has its effect.</summary>
    public List<Flush> Reached(long appliedRow) => _waiting.FindAll(flush => flush.IsOwedInLog && flush.UptoRow <= appliedRow);

    /// <summary>Tells one that it is done.</summary>
    public void Complete(Flush flush)
    {
        _waiting.Remove(flush);
        flush.Done.TrySetResult();
    }

    /// <summary>Tells all, and whoever asks from now on, that nobody works any more.</summary>
    public void Fail(Exception error)
    {
        _ended = error;
        _waiting.ForEach(flush => flush.Done.TrySetException(error));
        _waiting.Clear();
    }

    /// <summary>One who waits.</summary>
    /// <param name="save">Whether it must be committed too.</param>
    internal sealed class Flush(bool save)
    {
        /// <summary>Whether it must be committed too.</summary>
        public bool Save { get; } = save;

        /// <summary>The row it waits for; null while that is not known.</summary>
        public long? UptoRow { get; set; }

        /// <summary>Whether what the partition owed itself is in the log, up to that row.</summary>
        public bool IsOwedInLog { get; set; }

        /// <summary>Completes for who asked.</summary>
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
