using System.Globalization;
using CxGrains.Domain.Scores.Buying;

namespace CxGrains.Domain.Tests.Scores.Buying;

/// <summary>The 2,357 customers of an online CD shop that the papers fit their models to, read here in the plainest way.</summary>
internal static class CdnowFile
{
    private const string Summary = "cdnow_summary.csv";
    private const string Sample = "cdnow_sample.txt";

    /// <summary>The files that are read here.</summary>
    public static readonly string[] Names = [Summary, Sample];

    // The papers' first 39 weeks.
    private static readonly DateOnly LastDay = new(1997, 9, 30);

    /// <summary>A file's path; null where it is absent.</summary>
    public static string? Find(string name)
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            var path = Path.Combine(directory.FullName, "shared", "data", name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>How the customers bought within the first 39 weeks, in the order of the file.</summary>
    public static IReadOnlyList<PurchaseHistory> ReadPurchases() =>
    [
        .. Lines(Summary).Skip(1)
            .Select(line => line.Split(','))
            .Select(fields => new PurchaseHistory(int.Parse(fields[1], CultureInfo.InvariantCulture), Number(fields[2]), Number(fields[3]))),
    ];

    /// <summary>
    /// What the customers spent on their repeats within the first 39 weeks, in the order of the file: purchases of one day are one, and
    /// those of the first day are no repeat.
    /// </summary>
    public static IReadOnlyList<SpendHistory> ReadSpending() =>
    [
        .. Lines(Sample)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(fields => (Customer: fields[1], Day: DateOnly.ParseExact(fields[2], "yyyyMMdd", CultureInfo.InvariantCulture), Dollars: Number(fields[4])))
            .Where(row => row.Day <= LastDay)
            .GroupBy(row => row.Customer)
            .Select(rows => rows.GroupBy(row => row.Day, row => row.Dollars).OrderBy(day => day.Key).Skip(1).Select(day => day.Sum()).ToList())
            .Select(repeats => repeats.Count == 0 ? default : new SpendHistory(repeats.Count, repeats.Average())),
    ];

    private static string[] Lines(string name)
    {
        var path = Find(name);
        Assert.True(path is not null, $"shared/data/{name} is missing");
        return File.ReadAllLines(path);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
