using System.Globalization;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores;

/// <summary>A churn risk in words that a CX person reads.</summary>
public static class ChurnReasons
{
    /// <summary>What the silence says.</summary>
    public static string Silence(Rhythm rhythm, long atMs) => rhythm.ActiveDays < 2
        ? $"{Since(rhythm, atMs)}; seen on one day only"
        : $"{Since(rhythm, atMs)}; usual gap {Days(rhythm.UsualGapDays)}";

    /// <summary>What was said of leaving, where something stands, and how long it is silent; otherwise what the silence says.</summary>
    public static string Of(Rhythm rhythm, Departure departure, long atMs)
    {
        if (!departure.IsKnown)
        {
            return Silence(rhythm, atMs);
        }

        var since = Since(rhythm, atMs);
        return $"{Departure(departure, atMs)}; {char.ToLowerInvariant(since[0])}{since.AsSpan(1)}";
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

    private static string Since(Rhythm rhythm, long atMs)
    {
        var silenceDays = rhythm.SilenceDays(atMs);
        return silenceDays < 1 ? "Active within the last day" : $"No activity for {Days(silenceDays)}";
    }

    // Days above one are told whole: nobody reads "41.3 days".
    private static string Days(double days) => days switch
    {
        < 1.5 => "1 day",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(days)} days"),
    };
}
