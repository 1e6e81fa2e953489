using CxGrains.Cluster.Privacy;

namespace CxGrains.Cluster.Partitions;

/// <summary>The commits of one run: when the next is due, and how far folding may run ahead of one that is being written.</summary>
/// <param name="context">The partition.</param>
/// <param name="entities">Its entities.</param>
/// <param name="store">Where its head is.</param>
/// <param name="index">Its index.</param>
/// <param name="quarantine">What it could not fold.</param>
/// <param name="head">The run's head.</param>
/// <param name="bindings">The run's bindings.</param>
/// <param name="owed">What the run owes other partitions: what a commit stands behind is never folded again, so that their logs must hold it.</param>
internal sealed class Commits(
    PartitionContext context,
    IEntities entities,
    IPartitionStore store,
    PartitionIndex index,
    Quarantine quarantine,
    PartitionHead head,
    Bindings bindings,
    OwedEffects owed)
{
    private readonly Sweeper _sweeper = new(context, entities, store);
    private Task? _writing;
    private long _begunMs = context.Clock.NowMs;
    private int _uncommitted;

    /// <summary>Counts what was folded since the last commit began.</summary>
    public void Count(int records) => _uncommitted += records;

    /// <summary>Begins one where it is due; where another is still being written and the next is due by what was folded meanwhile, waits for it.</summary>
    public async Task BeginWhereDueAsync()
    {
        if (_writing is { IsCompleted: true })
        {
            await SettleAsync();
        }

        var options = context.Options;
        var isMuch = _uncommitted >= options.CommitRecordsMax || quarantine.IsMuch;
        var isDue = IsAnythingOpen && (isMuch || context.Clock.NowMs - _begunMs >= options.CommitSeconds * 1000L);
        if (_writing is null && isDue)
        {
            await BeginAsync();
        }
        else if (isMuch)
        {
            // As much again as is being committed: folding has run as far ahead as what customers keep of uncommitted rows may grow.
            await SettleAsync();
        }
    }

    /// <summary>Commits all that is folded.</summary>
    public async Task CommitNowAsync()
    {
        await SettleAsync();
        if (IsAnythingOpen)
        {
            await BeginAsync();
            await SettleAsync();
        }
    }

    /// <summary>Waits for the one that is being written, if any, and cuts the log behind it.</summary>
    public async Task SettleAsync()
    {
        if (_writing is not { } writing)
        {
            return;
        }

        _writing = null;
        await writing;
        var committedRow = store.Head.CommittedRow;
        bindings.Release(committedRow);
        quarantine.Forget(committedRow);
        head.ForgetErased(committedRow);
        await context.Log.CutAsync(context.Partition, committedRow);
        await store.ForgetAlertsAsync(committedRow);
    }

    /// <summary>Waits for the one that is being written when the run ends. What it saves is saved; whether it is through, the stored head says.</summary>
    /// <exception cref="SupersededException">Another worker has committed.</exception>
    public async Task EndAsync()
    {
        if (_writing is not { } writing)
        {
            return;
        }

        _writing = null;
        await writing.ContinueWith(_ => { }, TaskScheduler.Current);
        if (writing.Exception?.InnerException is SupersededException superseded)
        {
            throw superseded;
        }
    }

    private bool IsAnythingOpen => head.Row > store.Head.CommittedRow || head.HasErasedLeft;

    private async Task BeginAsync()
    {
        await owed.UnderWay;
        _writing = WriteAsync(new Commit(head.ToRow(), bindings.All, index.TakeChanged(), [.. quarantine.All], head.HasErasedLeft));
        _begunMs = context.Clock.NowMs;
        _uncommitted = 0;
    }

    private async Task WriteAsync(Commit commit)
    {
        try
        {
            await commit.WriteAsync(entities, store);
        }
        catch
        {
            index.PutBack(commit.Index);
            throw;
        }

        if (commit.HasErasedLeft)
        {
            await _sweeper.SweepAsync();
        }
    }
}
