using CxGrains.Abstractions;
using CxGrains.Abstractions.Audit;

namespace CxGrains.Web.Tests.Support;

/// <summary>An audit log that remembers what it was told, in clear, and can be made to fail.</summary>
internal sealed class FakeAudit : IAuditLog
{
    private readonly Lock _lock = new();
    private readonly List<WaitingAct> _acts = [];

    public bool IsAway { get; set; }

    public IReadOnlyList<AuditAct> Acts
    {
        get
        {
            lock (_lock)
            {
                return [.. _acts.Select(waiting => waiting.Act)];
            }
        }
    }

    public ValueTask AppendAsync(string workspace, AuditAct act, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            throw new UnavailableException("The audit log cannot be written", 1);
        }

        lock (_lock)
        {
            _acts.Add(new WaitingAct(workspace, act));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AuditEntry>> ListAsync(string workspace, AuditQuery query, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult<IReadOnlyList<AuditEntry>>(
            [
                .. _acts.Select((waiting, index) => (waiting, Sequence: index + 1L)).Reverse()
                    .Where(entry => entry.waiting.Workspace == workspace && entry.Sequence < query.Before)
                    .Select(entry => (entry.Sequence, entry.waiting.Act))
                    .Where(entry => (query.Customer ?? entry.Act.Customer) == entry.Act.Customer && (query.Action ?? entry.Act.Action) == entry.Act.Action && (query.By ?? entry.Act.By) == entry.Act.By)
                    .Take(query.Limit)
                    .Select(entry => new AuditEntry(
                        entry.Sequence, entry.Act.AtMs, entry.Act.By, entry.Act.ByName, entry.Act.Action, AuditSubject.Of([1], workspace, entry.Act.Customer), entry.Act.Address, entry.Act.Detail)),
            ]);
        }
    }

    public ValueTask<int> RemoveBeforeAsync(long beforeMs, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return ValueTask.FromResult(_acts.RemoveAll(waiting => waiting.Act.AtMs < beforeMs));
        }
    }
}
