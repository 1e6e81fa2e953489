using CxGrains.Abstractions.Delivery;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Delivery;

/// <summary>The outbox's file with what is known of it in memory. All of it belongs to the outbox's thread.</summary>
internal sealed class OutboxStore : IDisposable
{
    /// <summary>Bytes of a page.</summary>
    public const int PageBytes = 4 * 1024;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly Func<long> _committedRow;
    private readonly HashSet<(string Workspace, string Destination)> _out = [];
    private readonly HashSet<(string Workspace, string Destination)> _mayHave = [];
    private readonly List<Action> _undo = [];
    private long _prunedMs;
    private bool _hasNews;

    /// <summary>Opens the file, made where it is absent.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">The clock.</param>
    /// <param name="committedRow">Gives the row up to which no replay brings an alert again.</param>
    public OutboxStore(string path, TimeProvider time, Func<long> committedRow)
    {
        _database = Database.Open(path, PageBytes);
        OutboxTables.Create(_database);
        _time = time;
        _committedRow = committedRow;
        Destinations = new DestinationTable(_database);
        Messages = new MessageTable(_database);
        LookEverywhere();
    }

    /// <summary>The destinations.</summary>
    public DestinationTable Destinations { get; }

    /// <summary>The messages.</summary>
    public MessageTable Messages { get; }

    private long NowMs => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Runs work in one transaction; where that fails, memory is as before too.</summary>
    public void InTransaction(Action work)
    {
        _undo.Clear();
        try
        {
            _database.InTransaction(work);
        }
        catch
        {
            _undo.ForEach(undo => undo());
            Destinations.Load();
            Messages.Reset();
            LookEverywhere();
            throw;
        }
    }

    /// <summary>Takes an alert, once, for each destination of its workspace that wants it.</summary>
    public void Take(RaisedAlert raised)
    {
        var nowMs = NowMs;
        if (!Messages.Remember(raised.Workspace, raised.Alert.Id, raised.Row, Math.Max(nowMs, raised.Alert.SharedUntilMs())))
        {
            return;
        }

        var notice = Notice.Of(raised.Alert);
        foreach (var destination in Destinations.Of(raised.Workspace).Where(destination => destination.Wants(notice.Severity)))
        {
            Add(MessageId.Of(raised.Workspace, notice.Id, destination.Id), raised.Workspace, destination.Id, notice, nowMs);
        }
    }

    /// <summary>Removes all that is kept of alerts of some customers.</summary>
    /// <param name="isMeant">Whether a customer of a workspace is meant.</param>
    public void RemoveAll(Func<string, string, bool> isMeant)
    {
        Messages.RemoveAll(isMeant, _committedRow());
        LookEverywhere();
    }

    /// <summary>Adds a message.</summary>
    public void Add(string id, string workspace, string destination, Notice notice, long nowMs)
    {
        if (Destinations.Find(workspace, destination) is not null)
        {
            Messages.Add(id, workspace, destination, notice, nowMs);
            LookAt(workspace, destination);
        }
    }

    /// <summary>Adds a message by an id that follows from what it says; as <see cref="IOutbox.AddOnceAsync"/> says.</summary>
    public void AddOnce(string workspace, string destination, Notice notice, long nowMs)
    {
        if (Destinations.Find(workspace, destination) is { Enabled: true })
        {
            Add(MessageId.Of(workspace, notice.Id, destination), workspace, destination, notice, nowMs);
        }
    }

    /// <summary>Whether there may be more to send since it was last asked.</summary>
    public bool TakeNews()
    {
        var hasNews = _hasNews;
        _hasNews = false;
        return hasNews;
    }

    /// <summary>Gives messages out; as <see cref="IOutbox.LeaseAsync"/> says.</summary>
    public OutboxLease Lease(int max, long nowMs)
    {
        if (Messages.MakeReady(nowMs))
        {
            LookEverywhere();
        }

        var messages = new List<OutboxMessage>();
        var nextMs = Messages.NextDueMs();
        foreach (var key in _mayHave.Where(key => !_out.Contains(key)).ToList())
        {
            if (messages.Count == max)
            {
                break;
            }

            var destination = Destinations.Find(key.Workspace, key.Destination);
            var holdMs = Destinations.HoldMsOf(key.Workspace, key.Destination);
            if (destination is not null && holdMs > nowMs)
            {
                nextMs = Math.Min(nextMs ?? holdMs, holdMs);
            }
            else if (destination is { Enabled: true } && Messages.First(key.Workspace, destination) is { } message)
            {
                messages.Add(message);
                _out.Add(key);
                _undo.Add(() => _out.Remove(key));
            }
            else
            {
                _mayHave.Remove(key);
            }
        }

        Prune(nowMs);
        return new OutboxLease(messages, nextMs);
    }

    /// <summary>Takes note of an attempt; as <see cref="IOutbox.CompleteAsync"/> says.</summary>
    public void Complete(DeliveryResult result)
    {
        var key = (result.Message.Workspace, Destination: result.Message.Destination.Id);
        Messages.Complete(result, NowMs);
        if (Destinations.Find(key.Workspace, key.Destination)?.Version == result.Message.Destination.Version)
        {
            Heed(key.Workspace, key.Destination, result);
        }

        _mayHave.Add(key);
        _out.Remove(key);
        _undo.Add(() => _out.Add(key));
    }

    /// <summary>Defines a destination.</summary>
    public Destination Define(string workspace, Destination asked, int? expectedVersion)
    {
        var defined = Destinations.Define(workspace, asked, expectedVersion);
        LookAt(workspace, defined.Id);
        return defined;
    }

    /// <summary>Removes a destination with its messages.</summary>
    public void Remove(string workspace, string id, int? expectedVersion)
    {
        if (Destinations.Remove(workspace, id, expectedVersion))
        {
            Messages.RemoveAll(workspace, id);
        }
    }

    /// <summary>Lets a dead letter go again; as <see cref="IOutbox.ReplayAsync"/> says.</summary>
    public MessageState? Replay(string workspace, string message, long nowMs)
    {
        var found = Messages.Replay(workspace, message, nowMs);
        if (found is { } known)
        {
            if (known.State is MessageState.Dead or MessageState.Scheduled)
            {
                Destinations.Hold(workspace, known.Destination, 0);
            }

            LookAt(workspace, known.Destination);
        }

        return found?.State;
    }

    /// <summary>Lets every dead letter of a destination go again; gives how many.</summary>
    public int ReplayAll(string workspace, string destination, long nowMs)
    {
        Destinations.Hold(workspace, destination, 0);
        LookAt(workspace, destination);
        return Messages.ReplayAll(workspace, destination, nowMs);
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    // Only of the definition that was tried: another URL did not say it.
    private void Heed(string workspace, string destination, DeliveryResult result)
    {
        if (result.DisableBecause is { } why)
        {
            Destinations.Disable(workspace, destination, why);
        }
        else if (result.HoldUntilMs > 0)
        {
            Destinations.Hold(workspace, destination, result.HoldUntilMs);
        }
    }

    private void Prune(long nowMs)
    {
        if (nowMs - _prunedMs < OutboxLimits.PruneSeconds * 1000L)
        {
            return;
        }

        _prunedMs = nowMs;
        Messages.Forget(_committedRow(), nowMs - (long)TimeSpan.FromHours(OutboxLimits.TakenHoursMin).TotalMilliseconds);
        var beforeMs = nowMs - (long)TimeSpan.FromDays(OutboxLimits.KeptDays).TotalMilliseconds;
        foreach (var (workspace, destination) in Destinations.All)
        {
            Messages.Prune(workspace, destination.Id, beforeMs);
        }
    }

    private void LookAt(string workspace, string destination)
    {
        _mayHave.Add((workspace, destination));
        _hasNews = true;
    }

    private void LookEverywhere()
    {
        foreach (var (workspace, destination) in Destinations.All)
        {
            _mayHave.Add((workspace, destination.Id));
        }
    }
}
