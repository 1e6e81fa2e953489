namespace CxGrains.Host.Tests.Cdnow;

/// <summary>The churn formula once more, as the paper writes it: P(alive) = 1 / (1 + a/(b+x) ((alpha+T)/(alpha+t_x))^(r+x)).</summary>
internal static class ExpectedRisk
{
    private const double R = 1;
    private const double AlphaDays = 30;
    private const double A = 1;
    private const double B = 4;

    // Days behind the last activity in which a customer's rhythm is measured.
    private const int RhythmDays = 384;

    /// <summary>The probability that somebody who bought on some days has left.</summary>
    /// <param name="days">The days, at whose first instant the purchases are dated.</param>
    /// <param name="asOf">The instant.</param>
    public static double Probability(IEnumerable<DateOnly> days, DateTimeOffset asOf)
    {
        var last = days.Max();
        var rhythm = days.Distinct().Where(day => last.DayNumber - day.DayNumber < RhythmDays).ToList();
        var x = rhythm.Count - 1;
        var tx = last.DayNumber - rhythm.Min().DayNumber;
        var t = tx + (asOf - new DateTimeOffset(last, TimeOnly.MinValue, TimeSpan.Zero)).TotalDays;
        return 1 - (1 / (1 + (A / (B + x) * Math.Pow((AlphaDays + t) / (AlphaDays + tx), R + x))));
    }

    /// <summary>The band of a probability.</summary>
    public static string Band(double probability) => probability >= 0.7 ? "high" : probability >= 0.4 ? "medium" : "low";
}
