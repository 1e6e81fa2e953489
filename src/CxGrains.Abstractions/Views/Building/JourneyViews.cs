using System.Globalization;
using CxGrains.Domain.Journeys;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>Journeys as readers see them.</summary>
public static class JourneyViews
{
    private const double HourSeconds = 3_600;

    /// <summary>A journey's funnel.</summary>
    /// <param name="journey">The definition.</param>
    /// <param name="funnel">All partitions' counts merged; null where there are none by this definition.</param>
    /// <param name="fromDay">The first day of the window.</param>
    /// <param name="toDay">The last day of it.</param>
    public static JourneyView Of(Journey journey, JourneyFunnel? funnel, int fromDay, int toDay)
    {
        var counts = journey.Stages.Select((_, stage) => CountsOf(funnel, stage, fromDay, toDay)).ToList();
        return new JourneyView
        {
            Id = journey.Id,
            Name = journey.Name,
            DropDays = journey.DropDays,
            Entered = counts[0].Entered,
            Finished = counts[^1].Entered,
            Stages = [.. journey.Stages.Select((stage, i) => Of(stage, counts[i], CountsOf(funnel, i, 0, int.MaxValue).InIt))],
            HurtsMost = HurtsMost(journey, counts),
        };
    }

    private static StageCounts CountsOf(JourneyFunnel? funnel, int stage, int fromDay, int toDay) =>
        (funnel?.Stages[stage] ?? new StageFunnel()).Window(fromDay, toDay);

    private static StageView Of(JourneyStage stage, StageCounts counts, long inItNow) => new()
    {
        Id = stage.Id,
        Name = stage.Name,
        Entered = counts.Entered,
        MovedOn = counts.MovedOn,
        Dropped = counts.Dropped,
        InIt = counts.InIt,
        InItNow = inItNow,
        DropPercent = counts.DropPercent,
        TimeInStage = Of(counts.Times),
        Csat = ScoreViews.Of(counts.Csat),
        Ces = ScoreViews.Of(counts.Ces, CesMethod.Mean),
        Pain = counts.Pain,
    };

    private static StageTimeView Of(StageTimes times) => new()
    {
        Status = times.Count == 0 ? ScoreStatus.NotEnoughData : ScoreStatus.Ok,
        Count = times.Count,
        P50Hours = times.QuantileSeconds(0.5) / HourSeconds,
        P90Hours = times.QuantileSeconds(0.9) / HourSeconds,
    };

    private static WorstStageView HurtsMost(Journey journey, List<StageCounts> counts)
    {
        // Of equal ones the earliest, which more customers meet.
        var worst = Enumerable.Range(0, counts.Count).MaxBy(stage => counts[stage].Pain);
        return counts[worst].Pain == 0
            ? new WorstStageView { Status = ScoreStatus.NotEnoughData, Words = "No stage is known to hurt: nobody was dropped, and no answer is low." }
            : new WorstStageView { Status = ScoreStatus.Ok, Stage = journey.Stages[worst].Id, Words = WordsOf(journey.Stages[worst].Name, counts[worst]) };
    }

    private static string WordsOf(string name, StageCounts counts)
    {
        var drops = counts.DropPercent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.#} % of the {counts.MovedOn + counts.Dropped} that left were dropped") : "nobody left yet";
        var answers = counts.Answers == 0 ? "nobody was asked" : string.Create(CultureInfo.InvariantCulture, $"{counts.LowAnswers} of {counts.Answers} answers are low");
        return $"{name}: {drops}, and {answers}.";
    }
}
