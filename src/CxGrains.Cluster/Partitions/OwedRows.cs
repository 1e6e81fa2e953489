using CxGrains.Cluster.Storage;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Partitions;

/// <summary>
/// Appends what a partition owes itself: due customers, and the next step of a re-evaluation. Nothing changes state without a
/// position, so both go through the log, and name their customers: a replay must give each the same position again. One row is
/// under way at a time; one that is appended twice around a restart changes nothing.
/// </summary>
internal sealed class OwedRows(PartitionContext context, PartitionHead head, PartitionIndex index, long lastRow)
{
    /// <summary>Customers in one due row.</summary>
    public const int DueCustomersMax = 1_000;

    private readonly Dictionary<(string Workspace, int Slot, int Version), List<string>> _order = [];

    /// <summary>The row appended last; 0 for none.</summary>
    public long LastRow { get; private set; } = lastRow;

    /// <summary>Whether there is more to append as soon as the last row is folded: a re-evaluation, or more customers than one row names.</summary>
    public bool GoesOn { get; private set; }

    /// <summary>Whether all that was owed when it was last asked to append is in the log.</summary>
    public bool IsAllInLog { get; private set; }

    /// <summary>Appends what is owed now; says whether it did.</summary>
    public async Task<bool> AppendAsync()
    {
        IsAllInLog = false;
        if (head.Row < LastRow)
        {
            return false;
        }

        GoesOn = false;
        if ((TakeDue() ?? (LogRow?)NextReevaluation()) is not { } row)
        {
            IsAllInLog = true;
            return false;
        }

        GoesOn = row is ReevaluationRow { IsLast: false } or DueRow { Customers.Count: DueCustomersMax };

        var rows = await context.Log.AppendAsync([new LogAppend(context.Partition, row, 0)]);
        LastRow = rows[0];

        // Those who come due later are owed later: under steady traffic there is always somebody.
        IsAllInLog = row is DueRow { Customers.Count: < DueCustomersMax } && !head.Workspaces.Values.Any(part => part.Segments.Values.Any(segment => segment.IsRedefining));
        return true;
    }

    private DueRow? TakeDue()
    {
        var nowMs = context.Clock.NowMs;
        var due = new List<DueCustomer>();
        while (due.Count < DueCustomersMax && index.Due.TryTake(nowMs, out var customer))
        {
            due.Add(new DueCustomer(customer.Workspace.Id, customer.Id));
        }

        AddUnevaluated(due);
        return due.Count > 0 ? new DueRow(nowMs, context.Partition, due) : null;
    }

    // Customers that were evaluated by other settings, or an older model. Found by going through all of them once after each change,
    // and once in each run.
    private void AddUnevaluated(List<DueCustomer> due)
    {
        foreach (var (workspace, part) in head.Workspaces)
        {
            var (stamp, customers) = (part.Rules.Rules.Stamp, index.WorkspaceOf(workspace));
            while (due.Count < DueCustomersMax && customers.EvaluatedCount < customers.Customers.Count)
            {
                var customer = customers.Customers[customers.EvaluatedCount++];
                if (customer.MergedInto is null && customer.RulesStamp != stamp)
                {
                    due.Add(new DueCustomer(workspace, customer.Id));
                }
            }
        }
    }

    private ReevaluationRow? NextReevaluation()
    {
        foreach (var (workspace, part) in head.Workspaces)
        {
            foreach (var (slot, segment) in part.Segments)
            {
                if (segment.IsRedefining)
                {
                    var version = segment.Definition.Version;
                    var order = OrderOf(workspace, slot, version);
                    var start = order.BinarySearch(segment.Cursor, StringComparer.Ordinal) is var found && found < 0 ? ~found : found + 1;
                    var count = Math.Min(ReevaluationRow.StepCustomersMax, order.Count - start);
                    var customers = order.GetRange(start, count);
                    return new ReevaluationRow(context.Clock.NowMs, context.Partition, workspace, slot, version, customers, start + count == order.Count);
                }
            }
        }

        return null;
    }

    // Sorted once: who comes later is folded with the new definition from the start.
    private List<string> OrderOf(string workspace, int slot, int version)
    {
        if (!_order.TryGetValue((workspace, slot, version), out var order))
        {
            _order.Clear();
            order = [.. index.WorkspaceOf(workspace).Customers.Where(customer => customer.MergedInto is null).Select(customer => customer.Id).Order(StringComparer.Ordinal)];
            _order.Add((workspace, slot, version), order);
        }

        return order;
    }
}
