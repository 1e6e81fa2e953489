using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Scores.Health;

/// <summary>
/// A customer's measures as of the start of a UTC week (Monday 00:00), from what was known then. It is taken when the first interaction of
/// that week comes, before that is folded: until then the state is the one the week began with, and says the same whenever it is asked.
/// </summary>
/// <param name="Week">The week; 0 where none was taken yet.</param>
/// <param name="Measures">Its measures; none for a customer that was not known then.</param>
public readonly record struct HealthSnapshot(int Week, HealthMeasures Measures)
{
    private const int WeekDays = 7;

    // 1970-01-01 was a Thursday.
    private const int MondayOffsetDays = 3;

    /// <summary>The week of an instant, counted from that of 1970-01-01, which is 0.</summary>
    public static int WeekOf(long atMs) => (int)Math.Floor((Instants.DayOf(atMs) + MondayOffsetDays) / (double)WeekDays);

    /// <summary>The first instant of a week, Unix milliseconds UTC.</summary>
    public static long StartMs(int week) => Instants.StartOfDayMs((week * WeekDays) - MondayOffsetDays);

    /// <summary>What a customer's state says of the start of the week of an instant.</summary>
    public static HealthSnapshot Of(Customer customer, long atMs)
    {
        var week = WeekOf(atMs);
        if (customer.Health.Week == week)
        {
            return customer.Health;
        }

        var startMs = StartMs(week);
        return new(week, customer.IsEmpty ? HealthMeasures.None : HealthMeasures.Of(customer, HealthInputs.Of(customer, startMs), startMs));
    }
}
