using System.Globalization;
using CxGrains.Tests;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>The purchases of the sample of the BG/NBD paper, and what the model makes of them when they are streamed.</summary>
internal static class CdnowSample
{
    public const string File = "cdnow_sample.txt";

    private static readonly DateTimeOffset Start = new(1997, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The end of a week of the data, the last instant excluded.</summary>
    public static long EndOfWeekMs(int week) => Start.AddDays(7 * week).ToUnixTimeMilliseconds();

    /// <summary>The purchases, in order of time.</summary>
    public static IReadOnlyList<Purchase> Read() =>
    [
        .. PublicDataFactAttribute.ReadLines(File)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(fields => new Purchase(
                fields[1],
                new DateTimeOffset(DateTime.ParseExact(fields[2], "yyyyMMdd", CultureInfo.InvariantCulture), TimeSpan.Zero).AddHours(12).ToUnixTimeMilliseconds(),
                decimal.Parse(fields[4], CultureInfo.InvariantCulture)))
            .OrderBy(purchase => purchase.AtMs),
    ];

    internal readonly record struct Purchase(string Customer, long AtMs, decimal Amount);
}
