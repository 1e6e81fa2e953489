using CxGrains.Domain;
using CxGrains.Domain.Log;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>
/// What must hold of all partitions together. Each partition's log is folded by a reference of its own, which takes the effects that the
/// log brings; here it is looked whether those were what the others caused, and whether all that happened is counted once in the end.
/// </summary>
internal static class Totals
{
    /// <summary>What is wrong with the effects of a partition's records up to a row that is committed; null where each stands in the log it is for.</summary>
    public static string? CompareEffects(SequentialFold source, long row, SequentialFold[] all)
    {
        foreach (var (target, owed) in source.Owed)
        {
            if (owed.Cause.Row <= row && !all[target].HasTaken(source.Partition, owed))
            {
                return $"Row {row} of partition {source.Partition} is committed, and its effect at {owed.Cause} is not in the log of partition {target}";
            }
        }

        return null;
    }

    /// <summary>What is wrong in the end; null for nothing.</summary>
    public static string? Compare(SequentialFold[] all)
    {
        var owed = all.Sum(reference => reference.Owed.Count);
        var taken = all.Sum(reference => reference.TakenCount);
        var happened = all.SelectMany(reference => reference.Happened).Distinct().Count();
        var counted = all.Sum(reference => reference.Counted);
        var erased = all.Sum(reference => reference.ErasedInteractions);
        var hasRing = all.SelectMany(reference => reference.Aliases).GroupBy(alias => alias.Workspace, alias => (alias.From, alias.To)).Any(HasRing);
        return owed != taken ? $"{owed} effects were caused, and {taken} taken"
            : counted.Customers + erased != counted.Workspaces ? $"Customers count {counted.Customers} interactions and {erased} of erased ones, and workspaces {counted.Workspaces}"

            // What is sent to one that was erased counts nowhere, and what is repeated to one that began anew is new to it.
            : all.Any(reference => reference.Coverage.Erased > 0) ? null

            // A ring may send an id its own past back when it has begun anew: what is repeated in between is new to it.
            : hasRing ? (counted.Customers >= happened ? null : $"{happened} interactions happened, and only {counted.Customers} are counted")
            : counted.Customers != happened ? $"{happened} interactions happened, and {counted.Customers} are counted"
            : null;
    }

    private static (long Customers, long Workspaces) Sum(this IEnumerable<SequentialFold> all, Func<SequentialFold, (long Customers, long Workspaces)> of) =>
        all.Select(of).Aggregate((a, b) => (a.Customers + b.Customers, a.Workspaces + b.Workspaces));

    private static bool HasRing(IEnumerable<(string From, string To)> aliases)
    {
        // Whoever is never merged away is in none; what is left when all that lead to such are taken out are rings.
        var left = aliases.Distinct().ToList();
        while (left.RemoveAll(alias => !left.Exists(other => other.From == alias.To)) > 0)
        {
        }

        return left.Count > 0;
    }
}
