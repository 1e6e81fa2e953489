using System.Globalization;
using CxGrains.Domain;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>
/// Numbers and dates as a language writes them, with the digits 0 to 9. By our own words, because the programs are built without the system's cultures: what they answer must
/// not depend on the machine.
/// </summary>
internal sealed class ReportNumbers(ReportWords words)
{
    private const int WholeMinutesMax = 120;
    private const int WholeHoursMax = 72;

    private readonly NumberFormatInfo _format = FormatOf(words);

    /// <summary>A count: 1,284.</summary>
    public string Count(long value) => value.ToString("N0", _format);

    /// <summary>A number with always the same decimals.</summary>
    public string Fixed(double value, int decimals) => Round(value, decimals).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), _format);

    /// <summary>A change: +4.1, −0.3; no sign at 0.</summary>
    public string Signed(double value, int decimals) => Round(value, decimals) > 0 ? "+" + Fixed(value, decimals) : Fixed(value, decimals);

    /// <summary>Percent given as 0 to 100.</summary>
    public string Percent(double value, int decimals = 0) => Fixed(value, decimals) + "%";

    /// <summary>A part of a whole in percent; 0 % of nothing.</summary>
    public string ShareOf(long part, long whole) => Percent(whole == 0 ? 0 : 100.0 * part / whole, 1);

    /// <summary>A UTC day: 22 Nov 2026.</summary>
    /// <param name="day">Days since 1970-01-01.</param>
    public string Day(int day) => Date(DateOnly.FromDateTime(Instants.ToTime(Instants.StartOfDayMs(day)).DateTime));

    /// <summary>A date: 22 Nov 2026.</summary>
    public string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {words.Months[date.Month - 1]} {date.Year + words.YearOffset}");

    /// <summary>A date with its time, by the clock that it was taken from.</summary>
    public string DateTime(DateTimeOffset at) => string.Format(CultureInfo.InvariantCulture, words.DateTime, Date(DateOnly.FromDateTime(at.DateTime)), at.ToString("HH:mm", CultureInfo.InvariantCulture));

    /// <summary>A length of time, in a unit that keeps it short.</summary>
    public string Duration(double minutes) => minutes switch
    {
        < WholeMinutesMax => string.Format(CultureInfo.InvariantCulture, words.Minutes, Fixed(minutes, 0)),
        < WholeHoursMax * 60 => string.Format(CultureInfo.InvariantCulture, words.Hours, Fixed(minutes / 60, 1)),
        _ => string.Format(CultureInfo.InvariantCulture, words.Days, Fixed(minutes / (24 * 60), 1)),
    };

    // No "-0".
    private static double Round(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0;

    private static NumberFormatInfo FormatOf(ReportWords words)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberDecimalSeparator = words.DecimalSeparator;
        format.NumberGroupSeparator = words.GroupSeparator;
        format.NegativeSign = "\u2212";
        return format;
    }
}
