using System.Globalization;
using CxGrains.Domain.Customers;

namespace CxGrains.Domain.Accounts;

/// <summary>When a customer's contract renews, as the trait <c>renewalDate</c> or <c>renewal_date</c> states it.</summary>
public static class RenewalDate
{
    private const string DateForm = "yyyy-MM-dd";

    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The stated day, days since 1970-01-01; 0 where none after that is stated.</summary>
    internal static int DayOf(Customer customer) => DayOf(customer.Trait("renewalDate")?.Text) is var day and > 0 ? day : DayOf(customer.Trait("renewal_date")?.Text);

    /// <summary>The day a text states, days since 1970-01-01; 0 where it states none after that.</summary>
    /// <param name="text">An ISO 8601 date, or a date and time, of which the date is taken as it is written.</param>
    public static int DayOf(string? text) =>
        text is not null
        && (text.Length == DateForm.Length || (text.Length > DateForm.Length && text[DateForm.Length] is 'T' or ' '))
        && DateOnly.TryParseExact(text.AsSpan(0, DateForm.Length), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Math.Max(0, date.DayNumber - Epoch.DayNumber)
            : 0;

    /// <summary>The date of a day since 1970-01-01.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies before the year 1 or behind the year 9999.</exception>
    public static DateOnly OfDay(int day) => Epoch.AddDays(day);
}
