using CxGrains.Domain;
using CxGrains.Domain.Segments;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>What stands behind a population's scores, as readers see it.</summary>
public static class InsightsViews
{
    /// <summary>The view.</summary>
    /// <param name="segment">The segment's id; null for all customers.</param>
    /// <param name="population">All partitions' parts merged.</param>
    /// <param name="context">What they are made of besides.</param>
    /// <param name="windowDays">Days in the window.</param>
    /// <param name="atMs">The instant it ends at, Unix milliseconds UTC.</param>
    public static InsightsView Of(string? segment, PopulationShard population, InsightsContext context, int windowDays, long atMs)
    {
        var toDay = Instants.DayOf(atMs);
        var fromDay = toDay - windowDays + 1;
        return new InsightsView
        {
            Segment = segment,
            AsOf = Instants.ToTime(atMs),
            WindowDays = windowDays,
            Tickets = TicketViews.Of(population.Parts.ResponseTimes, fromDay, toDay),
            Channels = [.. (population.Parts.Channels?.Window(fromDay, toDay) ?? []).OrderByDescending(RateViews.ThingsOf).Select(RateViews.Of)],
            Changes = ChangeViews.Of(context.Answers ?? population.LatestAnswers, fromDay, toDay),
            Journeys = [.. context.Definitions.Settings.Journeys.Select(journey => JourneyViews.Of(journey, population.Parts.Journeys?.Of(journey), fromDay, toDay))],
            Goals = segment is null ? [.. context.Definitions.Settings.Goals.Select(goal => GoalViews.Of(goal, context, population, atMs))] : [],
            Advocacy = AdvocacyViews.Of(population, atMs),
        };
    }
}
