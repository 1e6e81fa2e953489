using CxGrains.Domain;
using CxGrains.Domain.Scores;

namespace CxGrains.Host.Demo.Company;

/// <summary>On which UTC days of the year before the demo's start a customer is active.</summary>
/// <param name="Days">The days since 1970-01-01, ascending.</param>
/// <param name="SilentFromMs">The customer's last activity, Unix milliseconds UTC, where it goes silent; null where it does not.</param>
internal sealed record DemoPlan(IReadOnlyList<int> Days, long? SilentFromMs)
{
    /// <summary>Days of history.</summary>
    public const int HistoryDays = 365;

    private const double DriftHoursMin = 0.01;
    private const double DriftHoursMax = 4;
    private const int LeftDaysAgoMin = 110;
    private const int LeftDaysAgoMax = 300;
    private const int LeftHour = 15;

    /// <summary>The plan of a customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="seed">The company's seed.</param>
    /// <param name="nowMs">The demo's start, Unix milliseconds UTC.</param>
    public static DemoPlan Of(DemoCustomer customer, int seed, long nowMs)
    {
        var random = DemoRandom.Of(seed, customer.Index, 1);
        var today = Instants.DayOf(nowMs);
        var days = ActiveDays(customer, random, today);
        return customer.Habit switch
        {
            DemoHabit.Lost => SilencedAt(days, random.Between(0.71, 0.97), nowMs),
            DemoHabit.Drifting => SilencedAt(days, ChurnRisk.HighMin, nowMs + DriftMs(random.Between(0, 1))),
            DemoHabit.Gone => LeftAt(days, today - random.Whole(LeftDaysAgoMin, LeftDaysAgoMax)),
            _ => new DemoPlan(days, null),
        };
    }

    private static DemoPlan LeftAt(List<int> days, int day)
    {
        var until = days.FindAll(active => active <= day);
        return new DemoPlan(until, Instants.StartOfDayMs(until[^1]) + (LeftHour * TimeSpan.MillisecondsPerHour));
    }

    // Dense at first, so that a first look meets an alert, and then ever rarer.
    private static long DriftMs(double share) =>
        (long)((DriftHoursMin + (Math.Pow(share, 3) * (DriftHoursMax - DriftHoursMin))) * TimeSpan.MillisecondsPerHour);

    private static List<int> ActiveDays(DemoCustomer customer, DemoRandom random, int today)
    {
        var first = today - customer.JoinedDaysAgo;
        var days = new List<int> { first };
        for (var day = (double)first; ;)
        {
            var pace = Pace(customer.Habit, (day - first) / Math.Max(1, customer.JoinedDaysAgo));

            // The sum of two waits: customers come more evenly than by chance alone.
            day += (random.Exponential(0.5) + random.Exponential(0.5)) * customer.GapDays * pace / Season((int)day);
            var whole = Math.Max((int)Math.Ceiling(day), days[^1] + 1);
            if (customer.Account is not null && IsWeekend(whole) && random.Chance(0.75))
            {
                whole += 2;
            }

            if (whole > today)
            {
                return days;
            }

            days.Add(whole);
            day = Math.Max(day, whole - 1);
        }
    }

    // Moves the whole plan so that silence since its last day reaches a probability exactly at an instant.
    private static DemoPlan SilencedAt(List<int> days, double probability, long reachesMs)
    {
        var rhythm = new Rhythm(days.Count, days[^1] - days[0], reachesMs);
        var silenceMs = ChurnRisk.ReachesMs(rhythm, probability) - reachesMs;
        var lastMs = reachesMs - silenceMs;
        var shift = Instants.DayOf(lastMs) - days[^1];
        return new DemoPlan([.. days.Select(day => day + shift)], lastMs);
    }

    // Gap between visits relative to the customer's mean, from the beginning (0) to now (1).
    private static double Pace(DemoHabit habit, double progress) => habit switch
    {
        DemoHabit.Growing => 1.6 - (1.2 * progress),
        DemoHabit.Fading => progress < 0.7 ? 1 : 1 + (9 * (progress - 0.7)),
        DemoHabit.New => 0.6,
        _ => 1,
    };

    // How busy a time of year is: the weeks before the holidays more, the summer less.
    private static double Season(int day) => Instants.ToTime(Instants.StartOfDayMs(day)).Month switch
    {
        11 or 12 => 1.3,
        7 or 8 => 0.85,
        _ => 1,
    };

    // 1970-01-01 was a Thursday.
    private static bool IsWeekend(int day) => (day + 4) % 7 is 0 or 6;
}
