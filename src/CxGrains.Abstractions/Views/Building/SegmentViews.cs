using CxGrains.Domain;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A segment as readers see it, merged from the partitions' parts.</summary>
public static class SegmentViews
{
    /// <summary>The view.</summary>
    public static SegmentView Of(SegmentDefinition segment, IReadOnlyList<SegmentPart> parts, long atMs)
    {
        var shard = parts.Aggregate(new PopulationShard(), (merged, part) => PopulationShard.Merge(merged, part.Shard));
        var (fromDay, toDay) = PopulationViews.LatestWindow(atMs);
        return new SegmentView
        {
            Id = segment.Id,
            Name = segment.Name,
            Rule = segment.Rule.Source,
            AsOf = Instants.ToTime(atMs),
            Members = shard.Members,
            Progress = ProgressOf(parts.Select(part => (part.Cursor, part.Target))),
            Nps = ScoreViews.Of(shard.LatestAnswers.Nps(fromDay, toDay)),
            Csat = ScoreViews.Of(shard.LatestAnswers.Csat(fromDay, toDay)),
            Ces = ScoreViews.Of(shard.LatestAnswers.Ces(fromDay, toDay), CesMethod.Mean),
            Trend = PopulationViews.TrendOf(shard.LatestAnswers, toDay),
            Risk = WorkspaceViews.Sum(parts.Select(part => part.Risk)),
            Purchases = PopulationViews.Of(shard.Purchases),
        };
    }

    /// <summary>How far a re-evaluation is over all partitions, 0 to 1.</summary>
    public static double ProgressOf(IEnumerable<(int Cursor, int Target)> parts)
    {
        var done = 0L;
        var all = 0L;
        foreach (var (cursor, target) in parts)
        {
            done += cursor;
            all += target;
        }

        return all == 0 ? 1 : (double)done / all;
    }
}
