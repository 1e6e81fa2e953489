using CxGrains.Abstractions.Definitions;
using CxGrains.Domain.Alerts;
using CxGrains.Domain.Log;

namespace CxGrains.Abstractions.Alerts;

/// <summary>The rows that an act on an alert comes to.</summary>
public static class AlertActs
{
    /// <summary>One row for each partition that has the alert.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="found">The alert in each of these partitions; more than one for an account's.</param>
    /// <param name="act">What is done.</param>
    /// <exception cref="ConflictException">It is resolved, and the act is none of resolving.</exception>
    public static IReadOnlyList<AlertActRow> RowsOf(string workspace, IReadOnlyList<(int Partition, AlertItem Item)> found, AlertAct act)
    {
        if (act.Action != AlertAction.Resolve && found.Any(part => part.Item.State == AlertState.Resolved))
        {
            throw new ConflictException($"The alert '{found[0].Item.Alert.Id}' is resolved; its outcome may be changed, and nothing else");
        }

        return [.. found.Select((part, index) => new AlertActRow(
            act.AtMs, part.Partition, workspace, part.Item.Alert.Customer, new HandledAlert(part.Item.Alert.Id, part.Item.Alert.Rule, act, IsCounted: index == 0)))];
    }
}
