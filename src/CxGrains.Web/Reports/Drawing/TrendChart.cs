using System.Globalization;
using System.Text;
using CxGrains.Abstractions.Views;

namespace CxGrains.Web.Reports.Drawing;

/// <summary>A score over time with its band. Time goes from left to right in every language.</summary>
internal static class TrendChart
{
    /// <summary>Fewest points of a line.</summary>
    public const int PointsMin = 2;

    private const int Width = 720;
    private const int Height = 190;
    private const int Start = 52;
    private const int End = 8;
    private const int Top = 10;
    private const int Bottom = 26;
    private const double Headroom = 0.08;
    private const string FirstStrongIsolate = "\u2068";
    private const string PopIsolate = "\u2069";

    /// <summary>The picture.</summary>
    /// <param name="trend">The points by ISO date, at least <see cref="PointsMin"/>.</param>
    /// <param name="summary">What it shows, in words.</param>
    /// <param name="valueOf">A score as text.</param>
    /// <param name="dayOf">A day as text.</param>
    public static Markup Of(IReadOnlyDictionary<string, TrendPoint> trend, string summary, Func<double, string> valueOf, Func<DateOnly, string> dayOf)
    {
        var points = trend.Select(point => (Day: DateOnly.ParseExact(point.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, Point: point.Value)).OrderBy(point => point.Day).ToList();
        var (first, last) = (points[0].Day, points[^1].Day);
        var low = points.Min(point => point.Point.Low ?? point.Point.Score);
        var high = points.Max(point => point.Point.High ?? point.Point.Score);
        var room = high > low ? (high - low) * Headroom : 1;
        (low, high) = (low - room, high + room);

        double X(int day) => Start + ((Width - Start - End) * (day - first) / (double)Math.Max(1, last - first));
        double Y(double value) => Top + ((Height - Top - Bottom) * (high - value) / (high - low));

        var runs = Runs(points);
        var bands = runs.Select(run => run.Where(point => point.Point is { Low: not null, High: not null }).ToList()).Where(run => run.Count > 1)
            .Select(run => Markup.Of($"<polygon class=\"band\" points=\"{Path(run.Select(p => (X(p.Day), Y(p.Point.High!.Value))).Concat(run.AsEnumerable().Reverse().Select(p => (X(p.Day), Y(p.Point.Low!.Value)))))}\"/>"));
        var lines = runs.Select(run => Markup.Of($"<polyline class=\"line\" points=\"{Path(run.Select(p => (X(p.Day), Y(p.Point.Score))))}\"/>"));
        return Markup.Of($"""
            <svg viewBox="0 0 {Width} {Height}" direction="ltr" role="img" aria-label="{summary}">
            {Markup.Join(bands)}<line class="axis" x1="{Start}" y1="{Height - Bottom}" x2="{Width - End}" y2="{Height - Bottom}"/>{Markup.Join(lines)}
            {Tick(Start - 6, Y(high - room), valueOf(high - room), "end")}{Tick(Start - 6, Y(low + room), valueOf(low + room), "end")}
            {Tick(Start, Height - 8, dayOf(DateOnly.FromDayNumber(first)), "start")}{Tick(Width - End, Height - 8, dayOf(DateOnly.FromDayNumber(last)), "end")}
            </svg>
            """);
    }

    // A day without answers breaks the line.
    private static List<List<(int Day, TrendPoint Point)>> Runs(List<(int Day, TrendPoint Point)> points)
    {
        var runs = new List<List<(int Day, TrendPoint Point)>>();
        foreach (var point in points)
        {
            if (runs.Count == 0 || runs[^1][^1].Day + 1 < point.Day)
            {
                runs.Add([]);
            }

            runs[^1].Add(point);
        }

        return runs;
    }

    // The picture goes from left to right, whatever is around it; a date in it is read in the direction of its own words.
    private static Markup Tick(double x, double y, string text, string anchor) =>
        Markup.Of($"<text class=\"tick\" x=\"{Number(x)}\" y=\"{Number(y + 4)}\" text-anchor=\"{anchor}\">{FirstStrongIsolate}{text}{PopIsolate}</text>");

    private static string Path(IEnumerable<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? "" : " ").Append(Number(x)).Append(',').Append(Number(y));
        }

        return path.ToString();
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
