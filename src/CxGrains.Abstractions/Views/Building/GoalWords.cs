using System.Globalization;
using CxGrains.Domain.Goals;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>How a goal stands, in words.</summary>
internal static class GoalWords
{
    /// <summary>Where the metric is not known.</summary>
    public const string NoValue = "Nothing is known of it yet.";

    /// <summary>Where the value at the start is not known.</summary>
    public static string NoStart(Goal goal) =>
        string.Create(CultureInfo.InvariantCulture, $"Its start is not known: nobody answered in the {GoalReadings.SurveyDays} days before {goal.From:yyyy-MM-dd}, and the goal does not state it.");

    /// <summary>Where value and start are known.</summary>
    public static string Of(Goal goal, GoalReading reading, double start, GoalProgress progress, long atMs)
    {
        var value = reading.High - reading.Low is { } width && width > 0 ? $"{Text(reading.Value)} ± {Text(width / 2)}" : Text(reading.Value);
        var way = string.Create(CultureInfo.InvariantCulture, $"from {Text(start)} to {Text(goal.Target)} by {goal.By:yyyy-MM-dd}");
        if (atMs < goal.FromMs)
        {
            return string.Create(CultureInfo.InvariantCulture, $"It is {value}. The way {way} begins on {goal.From:yyyy-MM-dd}.");
        }

        return atMs >= goal.EndMs
            ? $"It is {value}; time is up for the way {way}. {Verdict(reading, progress.OnTrack, "Reached.", "Missed.")}"
            : $"It is {value}; on the way {way} it should be {Text(progress.Expected)} now. {Verdict(reading, progress.OnTrack, "On track.", "Behind.")}";
    }

    private static string Verdict(GoalReading reading, OnTrack onTrack, string yes, string no) => onTrack switch
    {
        OnTrack.Yes => yes,
        OnTrack.No => no,
        _ => reading.Low is null ? "Too few answers to tell." : "Within the margin of error: too close to tell.",
    };

    private static string Text(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
