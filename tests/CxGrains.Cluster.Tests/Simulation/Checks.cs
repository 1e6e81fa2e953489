using System.Globalization;
using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Tests.Simulation.RulesOff;
using CxGrains.Cluster.Tests.Simulation.World;
using CxGrains.Domain;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>Compares what is stored with the reference.</summary>
internal sealed class Checks(SequentialFold reference, SimulatedCluster cluster, SimulatedStore store)
{
    /// <summary>What is wrong with what is stored, once a row is committed; null where everything up to it is there and nothing counts twice.</summary>
    public string? AtCommit(long row)
    {
        var stored = cluster.Stored.ToDictionary(pair => pair.Entity, pair => pair.State);
        foreach (var entity in reference.States.Entities)
        {
            if (Compare(entity, row, stored.GetValueOrDefault(entity)) is { } wrong)
            {
                return $"Row {row} is committed, and {entity.Kind} '{entity.Id}' of '{entity.Workspace}' {wrong}";
            }
        }

        foreach (var customer in reference.Index.Entities.Where(customer => reference.Index.LastUpTo(customer, row) is var last && last != Position.None && !IsIndexed(customer, last, row) && !IsErasedAhead(customer, row, stored)))
        {
            return $"Row {row} is committed, and the index has another row for '{customer.Id}' of '{customer.Workspace}'";
        }

        foreach (var (alert, raisedBy) in reference.Alerts.Where(pair => pair.Value <= row && !store.Alerts.ContainsKey(pair.Key)))
        {
            return $"Row {row} is committed, and alert '{alert.Alert}' of row {raisedBy} is not in the outbox";
        }

        var missing = reference.Quarantined.Where(position => position.Row <= row && !store.Quarantined.ContainsKey(position.Value)).ToList();
        return missing.Count > 0 ? $"Row {row} is committed, and {missing[0]} is not in quarantine" : null;
    }

    /// <summary>What is wrong at the end, when everything is committed; null for nothing.</summary>
    public string? AtEnd(long lastRow)
    {
        if (store.Head.CommittedRow != lastRow)
        {
            return $"Row {lastRow} is the last, and {store.Head.CommittedRow} is committed";
        }

        var entities = reference.States.Entities.ToHashSet();
        return AtCommit(lastRow)
            ?? cluster.Stored.Where(pair => !entities.Contains(pair.Entity)).Select(pair => $"{pair.Entity} is stored and should not be").FirstOrDefault()
            ?? (store.Index.Count == reference.Index.Entities.Count(customer => !reference.IsErasedAt(customer, lastRow)) ? null : $"The index has {store.Index.Count} rows")
            ?? cluster.Stored.Where(pair => reference.IsErasedAt(pair.Entity, lastRow)).Select(pair => $"{pair.Entity} was erased and is stored").FirstOrDefault()
            ?? store.Alerts.Keys.Where(alert => !reference.Alerts.ContainsKey(alert)).Select(alert => $"Alert '{alert.Alert}' is in the outbox and should not be").FirstOrDefault()
            ?? (store.Quarantined.Count == reference.Quarantined.Count ? null : $"{store.Quarantined.Count} interactions are in quarantine")
            ?? PartitionHead.Of(store.Head).Workspaces.Select(pair => CompareHead(pair.Key, pair.Value)).FirstOrDefault(wrong => wrong is not null);
    }

    private string? Compare(EntityKey entity, long row, byte[]? state)
    {
        var last = reference.States.LastUpTo(entity, row);
        if (last == Position.None)
        {
            return null;
        }

        if (state is null && reference.IsErasedAt(entity, row))
        {
            return null;
        }

        if (state is null)
        {
            return "is not stored at all";
        }

        var position = PositionsOff.Original(StoredState.PositionOf(entity, state));
        var copy = state.ToArray();
        StoredState.SetPosition(entity, copy, position);
        return position < last ? $"is stored as of {position}, before {last}"
            : reference.States.Knows(entity, position, copy) ? null
            : $"is not what it should be at {position}";
    }

    // Its state may be saved beyond the row, and beyond an erase: the worker that replays then finds nothing to put into the index, until it
    // comes to where the customer began anew.
    private bool IsErasedAhead(EntityKey customer, long row, Dictionary<EntityKey, byte[]> stored) =>
        stored.GetValueOrDefault(customer) is { } state && reference.IsErasedBetween(customer, row, StoredState.PositionOf(customer, state));

    private bool IsIndexed(EntityKey customer, Position last, long committedRow) =>
        reference.IsErasedAt(customer, committedRow) || (store.Index.GetValueOrDefault((customer.Workspace, customer.Id)) is { } row
        && new Position(row.Position) >= last
        && reference.Index.Knows(customer, new Position(row.Position), row.Entry));

    private string? CompareHead(string workspace, WorkspaceHead head)
    {
        var (openAlerts, responses, members) = reference.Shards.HeadOf(workspace);
        var expected = Show(openAlerts, responses, members);
        var actual = Show(head.OpenAlerts, head.SurveyResponses, head.Segments.Where(pair => pair.Value.Members != 0).ToDictionary(pair => pair.Key, pair => pair.Value.Members));
        return expected == actual ? null : $"The head tells of '{workspace}' {actual} and not {expected}";
    }

    private static string Show(long openAlerts, Dictionary<string, long> responses, Dictionary<int, long> members) => string.Create(
        CultureInfo.InvariantCulture,
        $"{openAlerts}; {string.Join(' ', responses.OrderBy(pair => pair.Key))}; {string.Join(' ', members.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key))}");
}
