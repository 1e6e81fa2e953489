using CxGrains.Cluster.Partitions;
using CxGrains.Cluster.Storage;

namespace CxGrains.Cluster.Tests.Simulation;

/// <summary>Runs schedules, each on one thread, on as many threads as there are cores.</summary>
internal static class Schedules
{
    /// <summary>Runs schedules until one goes wrong; gives the first that did, and what all of them came to.</summary>
    /// <param name="baseSeed">The first schedule's seed; the others follow.</param>
    /// <param name="count">How many.</param>
    /// <param name="wrap">What a worker sees of its entities.</param>
    /// <param name="wrapLog">What a worker sees of the logs; null for nothing else than is there.</param>
    /// <param name="withFaults">Whether anything goes wrong on the way.</param>
    public static async Task<(Violation? First, Coverage Coverage)> RunAsync(
        int baseSeed, int count, Func<IEntities, IEntities> wrap, Func<IPartitionLog, IPartitionLog>? wrapLog = null, bool withFaults = true)
    {
        var next = -1;
        var isOver = false;
        (Violation? First, Coverage Coverage) RunSome()
        {
            var coverage = new Coverage();
            for (var i = Interlocked.Increment(ref next); i < count && !Volatile.Read(ref isOver); i = Interlocked.Increment(ref next))
            {
                var schedule = new Schedule(unchecked(baseSeed + i), wrap, wrapLog, withFaults);
                if (schedule.Run() is { } wrong)
                {
                    Volatile.Write(ref isOver, true);
                    return (new Violation(unchecked(baseSeed + i), i + 1, wrong), coverage);
                }

                coverage.Add(schedule.Coverage);
            }

            return (null, coverage);
        }

        var lanes = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(RunSome)));
        var all = new Coverage();
        lanes.ToList().ForEach(lane => all.Add(lane.Coverage));
        return (lanes.Select(lane => lane.First).OfType<Violation>().MinBy(violation => violation.Number), all);
    }
}
