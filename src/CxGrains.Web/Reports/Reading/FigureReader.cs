using CxGrains.Abstractions.Queries;
using CxGrains.Abstractions.Reports;
using CxGrains.Abstractions.Views;
using CxGrains.Abstractions.Views.Building;
using CxGrains.Domain;
using CxGrains.Domain.Reports;
using CxGrains.Domain.Scores;
using CxGrains.Domain.Surveys;
using CxGrains.Web.Reports.Drawing;

namespace CxGrains.Web.Reports.Reading;

/// <summary>Asks for what a report shows, by the queries that the page asks.</summary>
internal sealed class FigureReader(IQueries queries)
{
    /// <summary>Customers that a list names.</summary>
    public const int CustomersMax = 20;

    private const int SegmentsMax = 12;
    private const int SurveysMax = 12;
    private const int MovesMax = 6;

    private static readonly string[] AlertStates = [AlertsPart.Open, AlertsPart.Resolved, AlertsPart.Closed];

    /// <summary>Reads it.</summary>
    /// <exception cref="ReportException">What it shows is not defined.</exception>
    public async Task<ReportData> ReadAsync(ReportAsk ask, CancellationToken cancellationToken)
    {
        var data = new ReportData { Ask = ask, Workspace = await queries.WorkspaceAsync(ask.Workspace, null, cancellationToken) };
        return ask.Report.Page.Kind switch
        {
            ReportPageKind.Overview => await RiskAsync(await AlertsAsync(await OverviewAsync(data, cancellationToken), cancellationToken), cancellationToken),
            ReportPageKind.Survey => await SurveyAsync(data, ask.Report.Page.Id!, cancellationToken),
            ReportPageKind.Segment => await SegmentAsync(data, ask.Report.Page.Id!, cancellationToken),
            ReportPageKind.Insights => await InsightsAsync(data, cancellationToken),
            ReportPageKind.AtRisk => await RiskAsync(await AlertsAsync(data, cancellationToken), cancellationToken),
            var other => throw new InvalidOperationException($"No page is made for {other}."),
        };
    }

    // A window that reaches into today ends now.
    private static DateTimeOffset EndOf(ReportAsk ask) => Instants.ToTime(Math.Min(Instants.StartOfDayMs(ask.ToDay + 1) - 1, ask.NowMs));

    private static DateTimeOffset EndOfBefore(ReportAsk ask) => Instants.ToTime(Instants.StartOfDayMs(ask.FromDay) - 1);

    private async Task<ReportData> OverviewAsync(ReportData data, CancellationToken cancellationToken)
    {
        var trend = (await queries.WorkspaceAsync(data.Ask.Workspace, EndOf(data.Ask), cancellationToken)).Trend;
        var read = await InsightsAsync(data, cancellationToken);
        return read with
        {
            Scores = [.. read.Scores.Select(score => score with { Trend = score.Metric switch { SurveyMetric.Nps => trend.Nps, SurveyMetric.Csat => trend.Csat, _ => trend.Ces } })],
        };
    }

    private async Task<ReportData> InsightsAsync(ReportData data, CancellationToken cancellationToken)
    {
        var ask = data.Ask;
        var segment = ask.Report.Page.Id;
        var insights = await queries.InsightsAsync(ask.Workspace, segment, ask.Report.WindowDays, EndOf(ask), cancellationToken) ?? throw NotDefined("segment", segment);
        var read = data with
        {
            Insights = insights,
            Segment = segment is null ? null : await queries.SegmentAsync(ask.Workspace, segment, null, cancellationToken),
            Scores = ScoresOf(insights.Changes),
        };
        return segment is null ? read with { Moves = await MovesAsync(read, cancellationToken) } : read;
    }

    private async Task<ReportData> SegmentAsync(ReportData data, string id, CancellationToken cancellationToken) =>
        await InsightsAsync(data, cancellationToken) is { Segment: not null } read ? read : throw NotDefined("segment", id);

    private async Task<ReportData> SurveyAsync(ReportData data, string id, CancellationToken cancellationToken)
    {
        var ask = data.Ask;
        var survey = await queries.SurveyAsync(ask.Workspace, id, ask.Report.WindowDays, EndOf(ask), cancellationToken) ?? throw NotDefined("survey", id);
        var before = await queries.SurveyAsync(ask.Workspace, id, ask.Report.WindowDays, EndOfBefore(ask), cancellationToken);
        var isPercent = survey.Metric == SurveyMetric.Csat || survey.Ces?.Method == "agree";
        var score = new ReportScore(survey.Metric, isPercent, survey.Change, survey.Trend);
        var words = ReportWords.Of(ask.Report.Language);
        List<ReportMoves> moves =
        [
            MovesOf(score, ReportPart.Channel, ScoreParts.Of(before, view => view.Channels, words.NoChannel), ScoreParts.Of(survey, view => view.Channels, words.NoChannel)),
            MovesOf(score, ReportPart.Touchpoint, ScoreParts.Of(before, view => view.Touchpoints, words.NoTouchpoint), ScoreParts.Of(survey, view => view.Touchpoints, words.NoTouchpoint)),
        ];
        return data with { Survey = survey, Scores = [score], Moves = score.Change.IsReal == true ? [.. moves.Where(move => move.Moves.Count > 1)] : [] };
    }

    private static ReportScore[] ScoresOf(ChangesView changes) =>
    [
        new(SurveyMetric.Nps, false, changes.Nps, new Dictionary<string, TrendPoint>()),
        new(SurveyMetric.Csat, true, changes.Csat, new Dictionary<string, TrendPoint>()),
        new(SurveyMetric.Ces, false, changes.Ces, new Dictionary<string, TrendPoint>()),
    ];

    // Only of what has moved for certain: chance has no parts.
    private async Task<List<ReportMoves>> MovesAsync(ReportData data, CancellationToken cancellationToken)
    {
        var (ask, moves) = (data.Ask, new List<ReportMoves>());
        var words = ReportWords.Of(ask.Report.Language);
        foreach (var score in data.Scores.Where(score => score.Change.IsReal == true))
        {
            var (before, now) = (new List<ScorePart>(), new List<ScorePart>());
            var surveys = data.Workspace.Surveys.Where(survey => survey.Metric == score.Metric).OrderByDescending(survey => survey.Responses).ThenBy(survey => survey.Id, StringComparer.Ordinal);
            foreach (var survey in surveys.Take(SurveysMax))
            {
                var view = await queries.SurveyAsync(ask.Workspace, survey.Id, ask.Report.WindowDays, EndOf(ask), cancellationToken);
                var old = await queries.SurveyAsync(ask.Workspace, survey.Id, ask.Report.WindowDays, EndOfBefore(ask), cancellationToken);

                // All answers' CES is a mean; the share that agrees is another unit.
                if (view?.Ces is null or { Method: "mean" })
                {
                    now.AddRange(NamedAfter(survey.Name, ScoreParts.Of(view, one => one.Channels, words.NoChannel)));
                    before.AddRange(NamedAfter(survey.Name, ScoreParts.Of(old, one => one.Channels, words.NoChannel)));
                }
            }

            moves.Add(MovesOf(score, ReportPart.Survey, Merged(before), Merged(now)));
        }

        return [.. moves.Where(move => move.Moves.Count > 0)];
    }

    private static IEnumerable<ScorePart> NamedAfter(string survey, IReadOnlyList<ScorePart> parts) => parts.Select(part => part with { Name = $"{survey} · {part.Name}" });

    // Two surveys may have one name.
    private static List<ScorePart> Merged(List<ScorePart> parts) =>
    [
        .. parts.GroupBy(part => part.Name, StringComparer.Ordinal).Select(same => (Name: same.Key, Responses: same.Sum(part => part.Responses), Sum: same.Sum(part => part.Score * part.Responses)))
            .Select(part => new ScorePart(part.Name, part.Responses, part.Sum / part.Responses)),
    ];

    private static ReportMoves MovesOf(ReportScore score, ReportPart by, IReadOnlyList<ScorePart> before, IReadOnlyList<ScorePart> now)
    {
        var largest = ScoreMove.Of(before, now).Take(MovesMax).ToList();
        return new ReportMoves(score, by, largest, (score.Change.Difference ?? 0) - largest.Sum(move => move.Points));
    }

    private async Task<ReportData> AlertsAsync(ReportData data, CancellationToken cancellationToken)
    {
        var (ask, raised, isCut) = (data.Ask, new List<AlertView>(), false);
        var record = new AlertRecordView(0, 0, 0, null);
        foreach (var state in AlertStates)
        {
            var page = await queries.AlertsAsync(ask.Workspace, state, ReportAlerts.LookedMax, cancellationToken);
            raised.AddRange(page.Alerts.Where(alert => Instants.DayOf(alert.At.ToUnixTimeMilliseconds()) is var day && day >= ask.FromDay && day <= ask.ToDay));
            isCut |= page.Total > page.Alerts.Count;
            record = page.Record;
        }

        return data with { Alerts = new ReportAlerts([.. raised.OrderByDescending(alert => alert.At).ThenBy(alert => alert.Id, StringComparer.Ordinal)], record, isCut) };
    }

    private async Task<ReportData> RiskAsync(ReportData data, CancellationToken cancellationToken)
    {
        var segments = new List<SegmentView>();
        if (data.Ask.Report.Page.Kind == ReportPageKind.AtRisk)
        {
            foreach (var segment in data.Workspace.Segments.OrderByDescending(segment => segment.Members).ThenBy(segment => segment.Id, StringComparer.Ordinal).Take(SegmentsMax))
            {
                segments.AddRange(await queries.SegmentAsync(data.Ask.Workspace, segment.Id, null, cancellationToken) is { } view ? [view] : []);
            }
        }

        var query = new CustomerQuery { Band = RiskBand.High, Limit = CustomersMax };
        return data with
        {
            Segments = segments,
            AtRisk = data.NamesCustomers ? (await queries.CustomersAsync(data.Ask.Workspace, query, cancellationToken)).Customers : [],
        };
    }

    private static ReportException NotDefined(string what, string? id) => new($"there is no {what} '{id}' in this workspace any more");
}
