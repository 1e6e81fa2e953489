using CxGrains.Abstractions.Delivery;
using CxGrains.Domain.Alerts;
using CxGrains.Embedded.Storage;

namespace CxGrains.Embedded.Delivery;

/// <summary>The messages and their attempts. Used within the outbox's transactions only.</summary>
internal sealed class MessageTable(Database database)
{
    private readonly Dictionary<(string Workspace, string Destination), long> _waiting = [];

    /// <summary>Takes note of an alert; false where it was taken before.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="alert">The alert's id.</param>
    /// <param name="row">The row of the log that raised it: once that is in every checkpoint, no replay brings it again.</param>
    /// <param name="sinceMs">From when on its age counts, Unix milliseconds UTC.</param>
    public bool Remember(string workspace, string alert, long row, long sinceMs)
    {
        using var insert = database.Prepare("INSERT OR IGNORE INTO taken (workspace, alert, row, taken) VALUES (?, ?, ?, ?) RETURNING 1");
        insert.Bind(1, workspace).Bind(2, alert).Bind(3, row).Bind(4, sinceMs);
        var isNew = insert.Read();
        insert.Reset();
        return isNew;
    }

    /// <summary>Adds a message; one with the same id stays as it is.</summary>
    public void Add(string id, string workspace, string destination, Notice notice, long nowMs)
    {
        var waiting = WaitingOf(workspace, destination);
        var isFull = waiting >= OutboxLimits.WaitingMax;
        var state = isFull ? MessageState.Dead : notice.HeldUntilMs > nowMs ? MessageState.Scheduled : MessageState.Ready;
        using var insert = database.Prepare(
            "INSERT OR IGNORE INTO message (id, workspace, destination, state, severity, at, notice, created, due, tries, attempts, done, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?) RETURNING 1");
        insert.Bind(1, id).Bind(2, workspace).Bind(3, destination).Bind(4, (long)state).Bind(5, (long)notice.Severity)
            .Bind(6, notice.AtMs).Bind(7, notice.ToStored()).Bind(8, nowMs).Bind(9, Math.Max(nowMs, notice.HeldUntilMs)).Bind(10, isFull ? nowMs : 0);
        if (isFull)
        {
            insert.Bind(11, $"{OutboxLimits.WaitingMax} messages were waiting for the destination, which is the limit");
        }

        var isNew = insert.Read();
        insert.Reset();
        _waiting[(workspace, destination)] = waiting + (isNew && !isFull ? 1 : 0);
    }

    /// <summary>Makes ready what is due; says whether anything was.</summary>
    public bool MakeReady(long nowMs)
    {
        if (NextDueMs() is not { } dueMs || dueMs > nowMs)
        {
            return false;
        }

        using var update = database.Prepare("UPDATE message SET state = ? WHERE state = ? AND due <= ?");
        update.Bind(1, (long)MessageState.Ready).Bind(2, (long)MessageState.Scheduled).Bind(3, nowMs).Run();
        return true;
    }

    /// <summary>When the next is due; null where none is scheduled.</summary>
    public long? NextDueMs()
    {
        using var select = database.Prepare("SELECT due FROM message WHERE state = ? ORDER BY due LIMIT 1");
        long? due = select.Bind(1, (long)MessageState.Scheduled).Read() ? select.Number(0) : null;
        select.Reset();
        return due;
    }

    /// <summary>The message that a destination is to be sent first; null where none is ready.</summary>
    public OutboxMessage? First(string workspace, Destination destination)
    {
        using var select = database.Prepare(
            "SELECT id, notice, tries, attempts FROM message WHERE workspace = ? AND destination = ? AND state = ? ORDER BY severity DESC, at, seq LIMIT 1");
        select.Bind(1, workspace).Bind(2, destination.Id).Bind(3, (long)MessageState.Ready);
        var first = select.Read()
            ? new OutboxMessage(select.Text(0), workspace, destination, Notice.FromStored(select.Text(1)), (int)select.Number(2), (int)select.Number(3))
            : null;
        select.Reset();
        return first;
    }

    /// <summary>Takes note of an attempt.</summary>
    public void Complete(DeliveryResult result, long nowMs)
    {
        var message = result.Message;
        var waiting = WaitingOf(message.Workspace, message.Destination.Id);
        using var update = database.Prepare(
            "UPDATE message SET state = ?, due = ?, tries = ?, attempts = ?, done = ?, why = ? WHERE id = ? AND workspace = ? AND state = ? RETURNING seq");
        update.Bind(1, (long)result.State).Bind(2, result.DueMs).Bind(3, result.Tries).Bind(4, result.Attempts).Bind(5, result.IsDone ? nowMs : 0)
            .Bind(7, message.Id).Bind(8, message.Workspace).Bind(9, (long)MessageState.Ready);
        if (result.Why is { } why)
        {
            update.Bind(6, why);
        }

        var sequence = update.Read() ? update.Number(0) : 0;
        update.Reset();
        if (sequence == 0)
        {
            // Its destination was removed meanwhile.
            return;
        }

        if (result.Attempt is { } attempt)
        {
            Write(sequence, attempt);
        }

        if (result.IsDone)
        {
            _waiting[(message.Workspace, message.Destination.Id)] = waiting - 1;
        }
    }

    /// <summary>A page, the newest first; as <see cref="IOutbox.DeliveriesAsync"/> says.</summary>
    public IReadOnlyList<DeliveryEntry> Page(string workspace, string destination, DeliveryFilter filter, long beforeSequence, int limit)
    {
        var (from, to) = filter switch
        {
            DeliveryFilter.Waiting => (MessageState.Ready, MessageState.Scheduled),
            DeliveryFilter.Delivered => (MessageState.Delivered, MessageState.Delivered),
            DeliveryFilter.Dead => (MessageState.Dead, MessageState.Dead),
            _ => (MessageState.Ready, MessageState.Withdrawn),
        };
        var page = new List<DeliveryEntry>();
        using var select = database.Prepare(
            "SELECT seq, id, state, notice, created, due, why FROM message INDEXED BY message_page "
            + "WHERE workspace = ? AND destination = ? AND seq < ? AND state BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?");
        select.Bind(1, workspace).Bind(2, destination).Bind(3, beforeSequence).Bind(4, (long)from).Bind(5, (long)to).Bind(6, limit);
        while (select.Read())
        {
            var state = (MessageState)select.Number(2);
            long? due = state is MessageState.Ready or MessageState.Scheduled ? select.Number(5) : null;
            page.Add(new(select.Number(0), select.Text(1), state, Notice.FromStored(select.Text(3)), select.Number(4), due, select.Text(6), AttemptsOf(select.Number(0))));
        }

        return page;
    }

    /// <summary>Lets a dead letter, or one that waits for its next attempt, go now; gives its state before and its destination.</summary>
    public (MessageState State, string Destination)? Replay(string workspace, string id, long nowMs)
    {
        using var select = database.Prepare("SELECT state, destination FROM message WHERE id = ? AND workspace = ?");
        (MessageState State, string Destination)? found = select.Bind(1, id).Bind(2, workspace).Read() ? ((MessageState)select.Number(0), select.Text(1)) : null;
        select.Reset();
        if (found is (MessageState.Dead or MessageState.Scheduled, var destination))
        {
            var waiting = WaitingOf(workspace, destination);
            using var update = database.Prepare("UPDATE message SET state = ?, due = ?, tries = 0, done = 0, why = NULL WHERE id = ?");
            update.Bind(1, (long)MessageState.Ready).Bind(2, nowMs).Bind(3, id).Run();
            _waiting[(workspace, destination)] = waiting + (found.Value.State == MessageState.Dead ? 1 : 0);
        }

        return found;
    }

    /// <summary>The same with all of a destination; gives how many.</summary>
    public int ReplayAll(string workspace, string destination, long nowMs)
    {
        var count = (int)(Count(workspace, destination, MessageState.Dead) + Count(workspace, destination, MessageState.Scheduled));
        using var update = database.Prepare("UPDATE message SET state = ?, due = ?, tries = 0, done = 0, why = NULL WHERE workspace = ? AND destination = ? AND state IN (?, ?)");
        update.Bind(1, (long)MessageState.Ready).Bind(2, nowMs).Bind(3, workspace).Bind(4, destination).Bind(5, (long)MessageState.Dead).Bind(6, (long)MessageState.Scheduled).Run();
        _waiting.Remove((workspace, destination));
        return count;
    }

    /// <summary>Removes all messages of a destination.</summary>
    public void RemoveAll(string workspace, string destination)
    {
        using var delete = database.Prepare("DELETE FROM message WHERE workspace = ? AND destination = ?");
        delete.Bind(1, workspace).Bind(2, destination).Run();
        _waiting.Remove((workspace, destination));
    }

    /// <summary>Removes all that is kept of alerts of some customers; that an alert was taken stays known while a replay may bring it again.</summary>
    /// <param name="isMeant">Whether a customer of a workspace is meant.</param>
    /// <param name="committedRow">The row up to which none does.</param>
    public void RemoveAll(Func<string, string, bool> isMeant, long committedRow)
    {
        var meant = new List<long>();
        using (var select = database.Prepare("SELECT seq, workspace, notice FROM message"))
        {
            while (select.Read())
            {
                if (isMeant(select.Text(1), Notice.FromStored(select.Text(2)).Customer))
                {
                    meant.Add(select.Number(0));
                }
            }
        }

        using var delete = database.Prepare("DELETE FROM message WHERE seq = ?");
        meant.ForEach(sequence => delete.Bind(1, sequence).Run());
        _waiting.Clear();
        ForgetTaken(isMeant, committedRow);
    }

    /// <summary>How many messages wait for a destination.</summary>
    public long WaitingOf(string workspace, string destination)
    {
        if (!_waiting.TryGetValue((workspace, destination), out var count))
        {
            count = Count(workspace, destination, MessageState.Ready) + Count(workspace, destination, MessageState.Scheduled);
            _waiting[(workspace, destination)] = count;
        }

        return count;
    }

    /// <summary>Messages of a destination in a state.</summary>
    public long Count(string workspace, string destination, MessageState state)
    {
        using var select = database.Prepare("SELECT count(*) FROM message WHERE workspace = ? AND destination = ? AND state = ?");
        select.Bind(1, workspace).Bind(2, destination).Bind(3, (long)state).Read();
        var count = select.Number(0);
        select.Reset();
        return count;
    }

    /// <summary>Lets go of alerts that no replay brings again.</summary>
    public void Forget(long committedRow, long takenBeforeMs)
    {
        using var delete = database.Prepare("DELETE FROM taken WHERE taken < ? AND row <= ?");
        delete.Bind(1, takenBeforeMs).Bind(2, committedRow).Run();
    }

    /// <summary>Lets go of what a destination has finished, but for the newest.</summary>
    public void Prune(string workspace, string destination, long doneBeforeMs)
    {
        foreach (var (state, kept) in OutboxLimits.KeptOfDone)
        {
            using var delete = database.Prepare(
                "DELETE FROM message WHERE workspace = ? AND destination = ? AND state = ? AND (done < ? OR seq IN "
                + "(SELECT seq FROM message WHERE workspace = ? AND destination = ? AND state = ? ORDER BY seq DESC LIMIT -1 OFFSET ?))");
            delete.Bind(1, workspace).Bind(2, destination).Bind(3, (long)state).Bind(4, doneBeforeMs)
                .Bind(5, workspace).Bind(6, destination).Bind(7, (long)state).Bind(8, kept).Run();
        }
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Reset() => _waiting.Clear();

    private void ForgetTaken(Func<string, string, bool> isMeant, long committedRow)
    {
        var meant = new List<(string Workspace, string Alert)>();
        using (var select = database.Prepare("SELECT workspace, alert FROM taken WHERE row <= ?"))
        {
            select.Bind(1, committedRow);
            while (select.Read())
            {
                var (workspace, alert) = (select.Text(0), select.Text(1));
                if (Alert.Names(alert, customer => isMeant(workspace, customer)))
                {
                    meant.Add((workspace, alert));
                }
            }
        }

        using var delete = database.Prepare("DELETE FROM taken WHERE workspace = ? AND alert = ?");
        meant.ForEach(taken => delete.Bind(1, taken.Workspace).Bind(2, taken.Alert).Run());
    }

    private void Write(long sequence, DeliveryAttempt attempt)
    {
        using var insert = database.Prepare("INSERT OR REPLACE INTO attempt (seq, number, request, at, duration, excerpt, status, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.Bind(1, sequence).Bind(2, attempt.Number).Bind(3, attempt.RequestId).Bind(4, attempt.AtMs).Bind(5, attempt.DurationMs).Bind(6, attempt.Excerpt);
        if (attempt.Status is { } status)
        {
            insert.Bind(7, status);
        }

        if (attempt.Error is { } error)
        {
            insert.Bind(8, error);
        }

        insert.Run();
        using var delete = database.Prepare("DELETE FROM attempt WHERE seq = ? AND number <= ?");
        delete.Bind(1, sequence).Bind(2, attempt.Number - OutboxLimits.AttemptsKeptMax).Run();
    }

    private List<DeliveryAttempt> AttemptsOf(long sequence)
    {
        var attempts = new List<DeliveryAttempt>();
        using var select = database.Prepare("SELECT request, number, at, duration, coalesce(status, -1), excerpt, error FROM attempt WHERE seq = ? ORDER BY number DESC");
        select.Bind(1, sequence);
        while (select.Read())
        {
            int? status = select.Number(4) < 0 ? null : (int)select.Number(4);
            attempts.Add(new DeliveryAttempt(select.Text(0), (int)select.Number(1), select.Number(2), (int)select.Number(3), status, select.Text(5), select.Text(6)));
        }

        return attempts;
    }
}
