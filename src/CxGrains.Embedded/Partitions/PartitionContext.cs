using CxGrains.Domain;
using CxGrains.Domain.Log;
using CxGrains.Embedded.Delivery;
using CxGrains.Embedded.Live;
using CxGrains.Embedded.Log;
using CxGrains.Embedded.State;

namespace CxGrains.Embedded.Partitions;

/// <summary>What the partitions of one runtime share.</summary>
/// <param name="Options">Settings.</param>
/// <param name="PartitionsCount">Partitions of this data directory.</param>
/// <param name="LogPath">The log's file, for reading rows again.</param>
/// <param name="State">The checkpoints.</param>
/// <param name="Writer">The log's writer, for internal rows.</param>
/// <param name="Outbox">Takes alerts.</param>
/// <param name="Surveys">Finds surveys.</param>
/// <param name="Notices">Who watches what.</param>
/// <param name="Names">Shares names.</param>
/// <param name="Time">The clock.</param>
/// <param name="HandedOver">Told of a row that a partition appended for itself: the others need not wait for it.</param>
/// <param name="HandOver">Hands a row that a partition appended to those it concerns.</param>
/// <param name="Salt">What ids of erased customers are hashed with.</param>
internal sealed record PartitionContext(
    EmbeddedOptions Options,
    int PartitionsCount,
    string LogPath,
    StateStore State,
    LogWriter Writer,
    EmbeddedOutbox Outbox,
    ISurveyLookup Surveys,
    LiveNotices Notices,
    NamePool Names,
    TimeProvider Time,
    Action<long> HandedOver,
    Action<long, LogRow> HandOver,
    byte[] Salt)
{
    private volatile bool _isReplayed;

    /// <summary>Whether all rows of the time before the start were handed over.</summary>
    public bool IsReplayed
    {
        get => _isReplayed;
        set => _isReplayed = value;
    }

    /// <summary>Now, Unix milliseconds UTC.</summary>
    public long NowMs => Time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>
    /// Writes a checkpoint, as soon as every alert raised up to its position is in the outbox: behind it the log is cut, and no replay
    /// would bring them again.
    /// </summary>
    /// <exception cref="Storage.StorageException">Either cannot be written; the log holds what the checkpoint would have saved.</exception>
    public void Save(CheckpointDraft draft)
    {
        Outbox.WaitUntilTaken(draft.AlertsCount);
        State.Write(draft.Image);
    }
}
