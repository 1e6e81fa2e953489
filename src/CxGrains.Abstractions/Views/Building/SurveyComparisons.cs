using CxGrains.Abstractions.Alerts.Movements;
using CxGrains.Abstractions.Definitions;
using CxGrains.Abstractions.Queries;
using CxGrains.Domain;
using CxGrains.Domain.Segments;
using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Views.Building;

/// <summary>
/// A survey held against another window, and by segment. A survey's shards do not know who was in which segment; what populations sum up
/// of their members does: of each member the latest answer of a metric, to whichever survey, on the day it was given.
/// </summary>
/// <param name="sums">Gives what is compared.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="definitions">What is defined in it.</param>
public sealed class SurveyComparisons(IMovementSums sums, string workspace, WorkspaceDefinitions definitions)
{
    /// <summary>A comparison; null where there is no such survey.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="atMs">The instant the first window ends with, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidFieldException">A segment is not defined.</exception>
    public async Task<ComparisonView?> OfAsync(ComparisonQuery query, long atMs, CancellationToken cancellationToken)
    {
        if (definitions.Surveys.GetValueOrDefault(query.Survey) is not { } survey)
        {
            return null;
        }

        return query.Segment is { } segment
            ? await OfSegmentsAsync(survey, segment, query, atMs, cancellationToken)
            : await OfWindowsAsync(survey, query, atMs, cancellationToken);
    }

    /// <summary>All segments' scores of what a survey measures; null where there is no such survey.</summary>
    /// <param name="id">The survey.</param>
    /// <param name="windowDays">UTC days of the window, from 1.</param>
    /// <param name="atMs">The instant it ends with, Unix milliseconds UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SurveySegmentsView?> SegmentsAsync(string id, int windowDays, long atMs, CancellationToken cancellationToken)
    {
        if (definitions.Surveys.GetValueOrDefault(id) is not { } survey)
        {
            return null;
        }

        var toDay = Instants.DayOf(atMs);
        var rows = new List<SurveySegmentRow>();
        foreach (var segment in definitions.Segments.Values)
        {
            var members = await sums.MembersAsync(workspace, segment.Slot, cancellationToken);
            rows.Add(new SurveySegmentRow(segment.Id, segment.Name, members.Members, PointOf(survey, members.LatestAnswers, toDay - windowDays + 1, toDay)));
        }

        return new SurveySegmentsView(id, survey.Metric, ComparisonBasis.LatestOfMembers, windowDays, [.. rows.OrderByDescending(row => row.Score?.Responses ?? 0)]);
    }

    private async Task<ComparisonView> OfWindowsAsync(SurveyDefinition survey, ComparisonQuery query, long atMs, CancellationToken cancellationToken)
    {
        var shard = await sums.AnswersAsync(workspace, survey.Id, cancellationToken) ?? new SurveyShard(survey.Metric, survey.Scale);
        var toDay = Instants.DayOf(atMs);
        var fromDay = toDay - query.WindowDays + 1;
        var otherTo = query.Against is { } against ? Instants.DayOf(against.ToUnixTimeMilliseconds()) : fromDay - 1;
        var otherFrom = otherTo - query.WindowDays + 1;
        return new ComparisonView(
            survey.Id,
            survey.Metric,
            ComparisonBasis.AllAnswers,
            SideOf(null, fromDay, toDay),
            SideOf(null, otherFrom, otherTo),
            ChangeViews.Of(survey, shard.Window(otherFrom, otherTo), shard.Window(fromDay, toDay)));
    }

    private async Task<ComparisonView> OfSegmentsAsync(SurveyDefinition survey, string segment, ComparisonQuery query, long atMs, CancellationToken cancellationToken)
    {
        var first = await MembersAsync("segment", segment, cancellationToken);
        var second = query.With is { } with
            ? await MembersAsync("with", with, cancellationToken)
            : (await sums.SumsAsync(workspace, cancellationToken)).Customers;
        var toDay = Instants.DayOf(atMs);
        var fromDay = toDay - query.WindowDays + 1;
        return new ComparisonView(
            survey.Id,
            survey.Metric,
            ComparisonBasis.LatestOfMembers,
            SideOf(segment, fromDay, toDay),
            SideOf(query.With, fromDay, toDay),
            ChangeViews.Between(survey, second.LatestAnswers, first.LatestAnswers, fromDay, toDay));
    }

    private Task<PopulationShard> MembersAsync(string field, string id, CancellationToken cancellationToken) =>
        definitions.Segments.TryGetValue(id, out var segment)
            ? sums.MembersAsync(workspace, segment.Slot, cancellationToken)
            : throw new InvalidFieldException(field, $"'{id}' is not defined");

    private static TrendPoint? PointOf(SurveyDefinition survey, AnswerDays answers, int fromDay, int toDay) => survey.Metric switch
    {
        SurveyMetric.Nps => ScoreViews.PointOf(answers.Nps(fromDay, toDay)),
        SurveyMetric.Csat => ScoreViews.PointOf(answers.Csat(fromDay, toDay)),
        SurveyMetric.Ces => ScoreViews.PointOf(answers.Ces(fromDay, toDay), survey.CesMethod),
        _ => null,
    };

    private static ComparedView SideOf(string? segment, int fromDay, int toDay) => new(segment, DateOf(fromDay), DateOf(toDay));

    private static DateOnly DateOf(int day) => DateOnly.FromDateTime(Instants.ToTime(Instants.StartOfDayMs(day)).UtcDateTime);
}
