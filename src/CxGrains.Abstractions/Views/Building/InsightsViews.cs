using CxGrains.Domain;
using CxGrains.Domain.Channels;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What stands behind a population's scores, as readers see it.</summary>
public static class InsightsViews
{
    /// <summary>The view.</summary>
    /// <param name="segment">The segment's id; null for all customers.</param>
    /// <param name="population">All partitions' parts merged.</param>
    /// <param name="windowDays">Days in the window.</param>
    /// <param name="atMs">The instant it ends at, Unix milliseconds UTC.</param>
    public static InsightsView Of(string? segment, PopulationShard population, int windowDays, long atMs)
    {
        var toDay = Instants.DayOf(atMs);
        var fromDay = toDay - windowDays + 1;
        return new InsightsView
        {
            Segment = segment,
            AsOf = Instants.ToTime(atMs),
            WindowDays = windowDays,
            Channels = [.. (population.Parts.Channels?.Window(fromDay, toDay) ?? []).Select(Of)],
            Advocacy = AdvocacyViews.Of(population, atMs),
        };
    }

    private static ChannelView Of(BreakdownCounts channel) => new()
    {
        Name = channel.Name,
        Counts = Enum.GetValues<ChannelMeasure>().Where(measure => channel.Counts[(int)measure] > 0).ToDictionary(measure => measure, measure => channel.Counts[(int)measure]),
    };
}
