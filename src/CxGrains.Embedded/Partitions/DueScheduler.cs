using CxGrains.Abstractions.Ingest;
using CxGrains.Domain.Log;

namespace CxGrains.Embedded.Partitions;

/// <summary>
/// Appends what a partition owes itself: due customers, and the next step of a redefinition. Nothing changes state without a
/// position, so both go through the log. At most one row of each kind is under way.
/// </summary>
internal sealed class DueScheduler(PartitionState partition, PartitionContext context, Action<PartitionRecord> post)
{
    /// <summary>Customers in one due row.</summary>
    public const int DueCustomersMax = 1_000;

    private bool _isDueUnderWay;
    private RedefinitionRow? _stepUnderWay;

    /// <summary>Appends the customers that are due by now.</summary>
    public void AppendDue()
    {
        if (_isDueUnderWay)
        {
            return;
        }

        var nowMs = context.NowMs;
        var due = new List<DueCustomer>();
        var taken = new List<ResidentEntry>();
        while (due.Count < DueCustomersMax && partition.Due.TryTake(nowMs, out var entry))
        {
            due.Add(new DueCustomer(entry.Workspace.Id, entry.Id));
            taken.Add(entry);
        }

        AddUnevaluated(due);
        if (due.Count == 0)
        {
            return;
        }

        _isDueUnderWay = true;
        Append(new DueRow(nowMs, partition.Number, due), () =>
        {
            _isDueUnderWay = false;
            taken.ForEach(partition.Due.Schedule);
            foreach (var workspace in partition.Workspaces.Values)
            {
                workspace.EvaluatedCount = 0;
            }
        });
    }

    // Customers that were evaluated by other settings, or an older model. Found by going through all of them once after each change,
    // and once after a start.
    private void AddUnevaluated(List<DueCustomer> due)
    {
        foreach (var workspace in partition.Workspaces.Values)
        {
            var stamp = workspace.Rules.Stamp;
            while (due.Count < DueCustomersMax && workspace.EvaluatedCount < workspace.Customers.Count)
            {
                var entry = workspace.Customers[workspace.EvaluatedCount++];
                if (entry.IsListed && entry.RulesStamp != stamp)
                {
                    due.Add(new DueCustomer(workspace.Id, entry.Id));
                }
            }
        }
    }

    /// <summary>Appends the next step of a redefinition that is not through.</summary>
    public void AppendRedefinitions()
    {
        if (_stepUnderWay is not null)
        {
            return;
        }

        foreach (var workspace in partition.Workspaces.Values)
        {
            foreach (var segment in workspace.Segments)
            {
                if (segment.IsRedefining)
                {
                    var definition = segment.Definition;
                    var step = new RedefinitionRow(context.NowMs, partition.Number, workspace.Id, definition.Slot, definition.Version, segment.Cursor);
                    _stepUnderWay = step;
                    Append(step, () => _stepUnderWay = null);
                    return;
                }
            }
        }
    }

    /// <summary>Takes note that an internal row is folded; a redefinition goes on at once.</summary>
    public void MarkFolded(LogRow row)
    {
        if (row is DueRow)
        {
            _isDueUnderWay = false;
        }
        else if (row is RedefinitionRow step && step == _stepUnderWay)
        {
            _stepUnderWay = null;
            AppendRedefinitions();
        }
    }

    // Where the row cannot be written it is taken back, and a later tick tries again.
    private void Append(LogRow row, Action takeBack)
    {
        try
        {
            var request = context.Writer.Enqueue(row, number =>
            {
                post(new PartitionRecord(number, null, row, null));
                context.HandedOver(number);
            });
            request.Done.ContinueWith(
                _ => post(new PartitionRecord(0, null, null, takeBack)), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
        catch (BusyException)
        {
            takeBack();
        }
    }
}
