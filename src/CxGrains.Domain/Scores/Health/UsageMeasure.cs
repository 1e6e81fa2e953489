using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// Usage, 0 to 100: engagement at the instant, moved by up to <see cref="TrendPointsMax"/> points by its trend:
/// E + 25 (n - e) / (n + e + 1), where n are the active days of the last <see cref="RecentDays"/> UTC days and e what the up to
/// <see cref="EarlierDays"/> days before let expect of as many. Ours; the 1 keeps single days from counting as a trend.
/// Not known without activity; without trend until the customer is known for twice <see cref="RecentDays"/>.
/// </summary>
public static class UsageMeasure
{
    /// <summary>UTC days, the instant's own included, whose pace is compared with the time before.</summary>
    public const int RecentDays = 28;

    /// <summary>UTC days before them that say what is usual.</summary>
    public const int EarlierDays = 84;

    /// <summary>Points by which the trend raises or lowers the measure at most.</summary>
    public const double TrendPointsMax = 25;

    /// <summary>The measure at an instant; null where it is not known.</summary>
    public static double? Of(Customer customer, long atMs) => customer.Engagement.ClockMs == 0
        ? null
        : Math.Clamp(customer.Engagement.Score(atMs) + TrendPoints(customer, atMs), 0, 100);

    private static double TrendPoints(Customer customer, long atMs)
    {
        var recentFromDay = Instants.DayOf(atMs) - RecentDays + 1;
        var earlierDays = Math.Min(EarlierDays, recentFromDay - Instants.DayOf(customer.FirstSeenMs));
        if (earlierDays < RecentDays)
        {
            return 0;
        }

        var recent = customer.Days.CountOf(recentFromDay, RecentDays);
        var expected = customer.Days.CountOf(recentFromDay - earlierDays, earlierDays) * (double)RecentDays / earlierDays;
        return TrendPointsMax * (recent - expected) / (recent + expected + 1);
    }
}
