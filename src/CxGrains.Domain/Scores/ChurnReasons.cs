using System.Globalization;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores;

/// <summary>A churn risk in words that a CX person reads.</summary>
public static class ChurnReasons
{
    /// <summary>What the silence says.</summary>
    public static string Silence(Rhythm rhythm, long atMs)
    {
        var silenceDays = rhythm.SilenceDays(atMs);
        var silence = silenceDays < 1 ? "Active within the last day" : $"No activity for {Days(silenceDays)}";
        return rhythm.ActiveDays < 2
            ? $"{silence}; seen on one day only"
            : $"{silence}; usual gap {Days(rhythm.UsualGapDays)}";
    }

    /// <summary>What was said of leaving, where something stands, and what the silence says.</summary>
    public static string Of(Rhythm rhythm, Departure departure, long atMs)
    {
        var silence = Silence(rhythm, atMs);
        return departure.IsKnown ? $"{Departure(departure, atMs)}; {char.ToLowerInvariant(silence[0])}{silence.AsSpan(1)}" : silence;
    }

    /// <summary>What was said of leaving, and when; it stands.</summary>
    public static string Departure(Departure departure, long atMs)
    {
        var days = (atMs - departure.AtMs) / (double)TimeSpan.MillisecondsPerDay;
        return $"{(departure.IsDone ? "Cancelled" : "Asked to cancel")} {(days < 1 ? "within the last day" : $"{Days(days)} ago")}";
    }

    /// <summary>What the history says.</summary>
    public static string History(Rhythm rhythm) => rhythm.ActiveDays == 1
        ? "Active on 1 day in all"
        : string.Create(CultureInfo.InvariantCulture, $"Active on {rhythm.ActiveDays} days within {rhythm.SpanDays + 1} days");

    // Days above one are told whole: nobody reads "41.3 days".
    private static string Days(double days) => days switch
    {
        < 1.5 => "1 day",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(days)} days"),
    };
}
