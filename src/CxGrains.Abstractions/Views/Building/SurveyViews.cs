using System.Globalization;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>A survey as readers see it.</summary>
public static class SurveyViews
{
    /// <summary>Days a trend shows.</summary>
    public const int TrendDays = 60;

    /// <summary>Days each point of a trend looks back over, its own included.</summary>
    public const int TrendWindowDays = 30;

    /// <summary>Comments a survey's view shows, the newest.</summary>
    public const int CommentsMax = 50;

    /// <summary>The survey over the UTC days that end with an instant.</summary>
    /// <param name="survey">The definition.</param>
    /// <param name="shard">All partitions' parts merged; null where nobody answered yet.</param>
    /// <param name="windowDays">Days, from 1.</param>
    /// <param name="atMs">The instant, Unix milliseconds UTC.</param>
    public static SurveyView Of(SurveyDefinition survey, SurveyShard? shard, int windowDays, long atMs)
    {
        shard ??= new SurveyShard(survey.Metric, survey.Scale);
        var toDay = Instants.DayOf(atMs);
        var fromDay = toDay - windowDays + 1;
        var window = shard.Window(fromDay, toDay);
        return new SurveyView
        {
            Id = survey.Id,
            Name = survey.Name,
            Metric = survey.Metric,
            Scale = survey.Scale,
            AsOf = Instants.ToTime(atMs),
            WindowDays = windowDays,
            Responses = window.Responses,
            ResponsesAllTime = shard.Responses,
            Nps = survey.Metric == SurveyMetric.Nps ? ScoreViews.Of(window.Nps()) : null,
            Csat = survey.Metric == SurveyMetric.Csat ? ScoreViews.Of(window.Csat()) : null,
            Ces = survey.Metric == SurveyMetric.Ces ? ScoreViews.Of(window.Ces(), survey.CesMethod) : null,
            Rating = survey.Metric == SurveyMetric.Rating ? ScoreViews.Of(window.Mean()) : null,
            Change = ChangeViews.Of(survey, shard.Window(fromDay - windowDays, fromDay - 1), window),
            ResponseRate = ScoreViews.Of(shard.ResponseRate(fromDay, toDay)),
            Histogram = HistogramOf(survey, window),
            Trend = Trend([.. shard.Trailing(toDay, TrendDays, TrendWindowDays).Select(counts => PointOf(survey, counts))], toDay),
            Channels = BreakdownOf(survey, shard.Channels.Window(fromDay, toDay)),
            Touchpoints = BreakdownOf(survey, shard.Touchpoints.Window(fromDay, toDay)),
            Comments = [.. shard.Comments.Where(comment => IsIn(comment, fromDay, toDay)).Take(CommentsMax).Select(comment => Of(survey, comment))],
        };
    }

    /// <summary>A trend by ISO date; days without a point are absent.</summary>
    /// <param name="points">One point a day, oldest first.</param>
    /// <param name="lastDay">The day of the last point.</param>
    public static IReadOnlyDictionary<string, TrendPoint> Trend(IReadOnlyList<TrendPoint?> points, int lastDay)
    {
        var trend = new Dictionary<string, TrendPoint>();
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is { } point)
            {
                var day = Instants.ToTime(Instants.StartOfDayMs(lastDay - points.Count + 1 + i));
                trend.Add(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), point);
            }
        }

        return trend;
    }

    /// <summary>The survey with the names of those who commented; the shards hold only their ids.</summary>
    /// <param name="view">The survey.</param>
    /// <param name="names">Names by customer's id; who has none is absent.</param>
    public static SurveyView WithNames(SurveyView view, IReadOnlyDictionary<string, string> names) =>
        view with { Comments = WithNames(view.Comments, names) };

    /// <summary>Comments with the names of those who gave them.</summary>
    /// <param name="comments">The comments.</param>
    /// <param name="names">Names by customer's id; who has none is absent.</param>
    public static IReadOnlyList<CommentView> WithNames(IReadOnlyList<CommentView> comments, IReadOnlyDictionary<string, string> names) =>
        [.. comments.Select(comment => comment with { Name = names.GetValueOrDefault(comment.Customer) })];

    /// <summary>A survey's comments that match; without the customers' names.</summary>
    /// <param name="survey">The definition.</param>
    /// <param name="shard">All partitions' parts merged; null where nobody answered yet.</param>
    /// <param name="query">Which comments.</param>
    /// <param name="atMs">The instant the window ends with, Unix milliseconds UTC.</param>
    public static CommentsView CommentsOf(SurveyDefinition survey, SurveyShard? shard, CommentQuery query, long atMs)
    {
        var (kept, toDay) = (shard?.Comments ?? [], Instants.DayOf(atMs));
        var fromDay = toDay - query.WindowDays + 1;
        var found = kept.Where(comment => IsIn(comment, fromDay, toDay)).Select(comment => Of(survey, comment)).Where(comment => Matches(comment, query)).ToList();
        return new CommentsView(
            survey.Id, found.Count, kept.Count < Limits.CommentsMax || Instants.DayOf(kept[^1].AtMs) < fromDay, [.. found.Take(query.Limit)]);
    }

    private static bool Matches(CommentView comment, CommentQuery query) =>
        (query.Category is null || comment.Category == query.Category)
        && (query.Channel is null || comment.Channel == query.Channel)
        && (query.Search is null || comment.Text.Contains(query.Search, StringComparison.OrdinalIgnoreCase));

    private static TrendPoint? PointOf(SurveyDefinition survey, ScoreCounts counts) => survey.Metric switch
    {
        SurveyMetric.Nps => ScoreViews.PointOf(counts.Nps()),
        SurveyMetric.Csat => ScoreViews.PointOf(counts.Csat()),
        SurveyMetric.Ces => ScoreViews.PointOf(counts.Ces(), survey.CesMethod),
        _ => ScoreViews.PointOf(counts.Mean()),
    };

    private static Dictionary<string, long> HistogramOf(SurveyDefinition survey, ScoreCounts window)
    {
        var histogram = new Dictionary<string, long>();
        for (var score = survey.ScoreMin; score <= survey.Scale; score++)
        {
            histogram.Add(score.ToString(CultureInfo.InvariantCulture), window[score]);
        }

        return histogram;
    }

    private static List<BreakdownRow> BreakdownOf(SurveyDefinition survey, IReadOnlyList<BreakdownCounts> rows) =>
    [
        .. rows
            .Select(row => new BreakdownRow(row.Name, row.Counts.Responses, PointOf(survey, row.Counts)?.Score))
            .Where(row => row.Responses > 0)
            .OrderByDescending(row => row.Responses)
            .ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    private static bool IsIn(SurveyComment comment, int fromDay, int toDay) =>
        Instants.DayOf(comment.AtMs) >= fromDay && Instants.DayOf(comment.AtMs) <= toDay;

    private static CommentView Of(SurveyDefinition survey, SurveyComment comment) => new(
        comment.Customer, null, Instants.ToTime(comment.AtMs), comment.Score, AnswerCategory.Of(survey.Metric, comment.Score, survey.Scale), comment.Text)
    {
        Channel = comment.Channel,
    };
}
