using CxGrains.Domain.Channels;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Rates, and what happened on a channel, as readers see them.</summary>
public static class RateViews
{
    /// <summary>A rate.</summary>
    /// <param name="count">How many had it.</param>
    /// <param name="of">How many there are.</param>
    public static RateView Of(long count, long of)
    {
        var isKnown = of > 0 && count <= of;
        return new RateView
        {
            Status = isKnown ? ScoreStatus.Ok : ScoreStatus.NotEnoughData,
            Percent = isKnown ? 100.0 * count / of : null,
            Count = count,
            Of = of,
        };
    }

    /// <summary>A channel.</summary>
    public static ChannelView Of(BreakdownCounts channel)
    {
        var sessions = CountOf(ChannelMeasure.Visits);

        // Of a page nobody knows the session, and so neither which sessions had no time.
        var timedSessions = CountOf(ChannelMeasure.TimedPages) > 0 ? sessions : CountOf(ChannelMeasure.TimedVisits);
        var seconds = (CountOf(ChannelMeasure.StayMinutes) * ChannelTotals.SecondsPerMinute) + CountOf(ChannelMeasure.StayRestSeconds);
        return new ChannelView
        {
            Name = channel.Name,
            Counts = Things.Where(measure => CountOf(measure) > 0).ToDictionary(measure => measure, CountOf),
            OpenRate = Of(CountOf(ChannelMeasure.EmailsOpened), CountOf(ChannelMeasure.EmailsSent)),
            ClickThroughRate = Of(CountOf(ChannelMeasure.EmailsClicked), CountOf(ChannelMeasure.EmailsSent)),
            ResponseRate = Of(CountOf(ChannelMeasure.SurveysAnswered), CountOf(ChannelMeasure.SurveysSent)),
            EmptySearchRate = Of(CountOf(ChannelMeasure.EmptySearches), CountOf(ChannelMeasure.Searches)),
            GoalCompletionRate = Of(CountOf(ChannelMeasure.GoalsCompleted), CountOf(ChannelMeasure.GoalsStarted)),
            Pages = CountOf(ChannelMeasure.Pages) is > 0 and var pages ? PerSession(pages, sessions) : PerSession(0, 0),
            SecondsOnSite = PerSession(seconds, timedSessions),
            Conversion = PerSession(CountOf(ChannelMeasure.Purchases), sessions),
        };

        long CountOf(ChannelMeasure measure) => channel.Counts[(int)measure];

        static PerSessionView PerSession(long total, long sessions) => new()
        {
            Status = sessions > 0 ? ScoreStatus.Ok : ScoreStatus.NotEnoughData,
            PerSession = sessions > 0 ? (double)total / sessions : null,
            Total = total,
            Sessions = sessions,
        };
    }

    /// <summary>How many things happened on a channel; time is no thing.</summary>
    public static long ThingsOf(BreakdownCounts channel) => Things.Sum(measure => channel.Counts[(int)measure]);

    private static IEnumerable<ChannelMeasure> Things => Enum.GetValues<ChannelMeasure>().Where(measure => measure < ChannelMeasure.StayMinutes);
}
